package io.vedette.bench.fuzz;

import io.vedette.bench.Progress;
import io.vedette.bench.SeedData;
import io.vedette.bench.Table;
import io.vedette.seeds.Seeds;
import io.vedette.text.Annotator;
import io.vedette.text.Document;
import io.vedette.text.StandardAnnotator;
import io.vedette.text.step.AnnotationCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/run fuzz}. */
@Command(
        name = "fuzz",
        description = {
            "Tags texts that nobody writes, or reads inputs that nobody sends, for a while.",
            "Each must be tagged without failure, with offsets inside the text, and in time linear in its length: slower than"
                    + " --slowest for 10,000 characters is told as a failure once it is so twice. Readers of inputs may refuse them,"
                    + " but not in a way that is not theirs, nor keep hold of memory, nor take more of the processors than --slowest"
                    + " and 600 ms for each megabyte."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  bench/run fuzz --minutes 10", "  bench/run fuzz --of feeds --seed 42 --minutes 1"})
public final class FuzzBenchmark implements Callable<Integer> {

    private static final int FAILED = 70;
    private static final int WARM_UP = 2_000;
    private static final int LONG = 10_000_000;

    @Option(
            names = "--of",
            paramLabel = "INPUT",
            description = "feeds, html, json or warc; texts to be tagged if not given.")
    private @Nullable Input input;

    @Option(names = "--minutes", paramLabel = "N", description = "For how long (default: 10).")
    private double minutes = 10;

    @Option(names = "--seed", paramLabel = "N", description = "Where the random numbers begin (default: 1).")
    private long seed = 1;

    @Option(names = "--slowest", paramLabel = "MS", description = "The longest for 10,000 characters (default: 500).")
    private double slowest = 500;

    private long texts;
    private long characters;
    private double worst;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return input == null ? tag() : read(input);
    }

    private int read(Input input) throws InterruptedException {
        InputFuzz fuzz = new InputFuzz(input, slowest);
        String failure = fuzz.run(seed, minutes);
        if (failure != null) {
            System.err.println("fuzz " + input + ": " + failure);
            return FAILED;
        }
        System.out.println(fuzz.table());
        return 0;
    }

    private int tag() throws IOException {
        Annotator annotator = new StandardAnnotator(SeedData.gazetteer(), SeedData.lexicon());
        NastyTexts nasty = new NastyTexts(new SplittableRandom(seed), sentences());
        Instant end = Instant.now().plus(Duration.ofMillis((long) (minutes * 60_000)));
        while (Instant.now().isBefore(end)) {
            String text = nasty.next();
            String failure = failure(annotator, text);
            if (failure != null) {
                System.err.println("text " + texts + " of seed " + seed + ": " + failure);
                return FAILED;
            }
            if (++texts % 1_000 == 0) {
                Progress.show("fuzz: " + texts + " texts");
            }
        }
        Table table = new Table("what", "figure");
        table.row("texts", Long.toString(texts));
        table.row("characters", Long.toString(characters));
        table.row("failures", "0");
        table.row("slowest, ms for 10,000 characters", String.format(Locale.ROOT, "%.1f", worst));
        for (String piece : List.of(", ", "“", "\"he said ", "Paris ", "killed ", "x", "بال", "\ud83d")) {
            table.row(
                    "10 MB of " + piece.strip() + ", s",
                    String.format(Locale.ROOT, "%.1f", longText(annotator, piece)));
        }
        System.out.println(table);
        return 0;
    }

    private @Nullable String failure(Annotator annotator, String text) {
        double time = milliseconds(annotator, text);
        double limit = slowest * Math.max(1, text.length() / 10_000.0);
        // Once may be the garbage collector, or another process.
        if (texts > WARM_UP && time > limit && milliseconds(annotator, text) > limit) {
            return "took " + time + " ms for " + text.length() + " characters";
        }
        characters += text.length();
        if (texts > WARM_UP) {
            worst = Math.max(worst, time / Math.max(1, text.length() / 10_000.0));
        }
        return null;
    }

    private static double milliseconds(Annotator annotator, String text) {
        Document document = Document.of(text);
        long start = System.nanoTime();
        AnnotationCheck.check(document, annotator.annotate(document), "fuzz");
        return (System.nanoTime() - start) / 1e6;
    }

    /** Seconds for ten million characters of one thing. */
    private static double longText(Annotator annotator, String piece) {
        return milliseconds(annotator, piece.repeat(LONG / piece.length())) / 1_000;
    }

    private static List<String> sentences() throws IOException {
        try (InputStream in = Seeds.open("articles/seed-article.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .flatMap(line -> List.of(line.split("(?<=[.!?]) ")).stream())
                    .toList();
        }
    }
}

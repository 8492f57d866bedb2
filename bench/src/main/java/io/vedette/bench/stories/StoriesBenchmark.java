package io.vedette.bench.stories;

import io.vedette.app.article.TagData;
import io.vedette.bench.ArticleFiles;
import io.vedette.bench.Progress;
import io.vedette.bench.Statistics;
import io.vedette.bench.Table;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.records.StoryMapper;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.Fingerprint;
import io.vedette.schemas.TrustedRecords;
import io.vedette.text.Annotator;
import io.vedette.text.Document;
import io.vedette.text.article.ArticleDate;
import io.vedette.text.story.Assignment;
import io.vedette.text.story.Fingerprinter;
import io.vedette.text.story.MemoryLog;
import io.vedette.text.story.StoryAssigner;
import io.vedette.text.story.StoryLog;
import io.vedette.text.story.StorySettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Articles a second that get their stories, from the bytes of their fingerprints on. */
@Command(
        name = "stories",
        description = {
            "Articles that one thread gives their stories in a second, from the bytes of their fingerprints on, with the state"
                    + " in RocksDB as the service has it and, to see what that costs, in memory.",
            "Articles count as accepted together, so that no story ends by its age."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  bench/run stories reuters.jsonl.gz allsides.jsonl.gz bbc.jsonl.gz"})
public final class StoriesBenchmark implements Callable<Integer> {

    private static final Instant ACCEPTED = Instant.parse("2026-11-01T00:00:00Z");

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Articles as JSON Lines, also .gz.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds that count (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Override
    public Integer call() throws Exception {
        TrustedRecords.trust();
        List<byte[]> fingerprints = fingerprints();
        Table table = new Table(
                "state", "articles/s", "us an article", "stories", "copies", "state MB", "heap MB", "restart s");
        measure("memory", fingerprints, false, table);
        measure("RocksDB", fingerprints, true, table);
        System.out.printf(
                Locale.ROOT,
                "%,d articles, fingerprints of %,.0f bytes, one thread, %s%n%n",
                fingerprints.size(),
                fingerprints.stream().mapToInt(bytes -> bytes.length).average().orElse(0),
                System.getProperty("java.vm.version"));
        System.out.println(table);
        return 0;
    }

    private List<byte[]> fingerprints() throws IOException {
        Progress.show("making fingerprints");
        Annotator annotator = TagData.load(Configuration.defaults().tagging()).annotator();
        List<byte[]> made = new ArrayList<>();
        ArticleFiles.read(files, article -> {
            made.add(bytes(fingerprint(annotator, article)));
            return true;
        });
        return made;
    }

    private static Fingerprint fingerprint(Annotator annotator, ArticleInput article) {
        String text = article.text();
        String date = article.date();
        Instant published = date == null ? null : ArticleDate.read(date).orElse(null);
        Document document = new Document(article.title(), text == null ? "" : text, article.language(), published);
        return StoryMapper.record(
                Fingerprinter.of(document, annotator.annotate(document), article.source(), article.url()));
    }

    private static byte[] bytes(Fingerprint fingerprint) {
        try {
            ByteBuffer buffer = fingerprint.toByteBuffer();
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new IllegalStateException("a record is written to an array", e);
        }
    }

    private void measure(String name, List<byte[]> fingerprints, boolean onDisk, Table table) throws IOException {
        double[] rates = new double[rounds];
        for (int round = -1; round < rounds; round++) {
            Progress.show(name + (round < 0 ? ", warm-up" : ", round " + (round + 1)));
            Path folder = Files.createTempDirectory("stories");
            try (RocksLog disk = onDisk ? new RocksLog(folder) : null) {
                StoryLog log = disk == null ? new MemoryLog() : disk;
                long heap = heap();
                Run run = run(fingerprints, new StoryAssigner(StorySettings.DEFAULTS, log));
                if (round >= 0) {
                    rates[round] = run.rate;
                }
                if (round == rounds - 1) {
                    row(name, rates, run, log, disk, heap() - heap, table);
                }
            }
            delete(folder);
        }
    }

    private static void row(
            String name, double[] rates, Run run, StoryLog log, @Nullable RocksLog disk, long heap, Table table)
            throws IOException {
        double rate = Statistics.median(rates);
        long start = System.nanoTime();
        StoryAssigner again = new StoryAssigner(StorySettings.DEFAULTS, log);
        double seconds = (System.nanoTime() - start) / 1e9;
        table.row(
                name,
                String.format(Locale.ROOT, "%,.0f", rate),
                String.format(Locale.ROOT, "%.0f", 1e6 / rate),
                String.format(Locale.ROOT, "%,d", again.stories()),
                String.format(Locale.ROOT, "%,d", run.copies),
                disk == null ? "" : String.format(Locale.ROOT, "%.0f", disk.bytes() / 1e6),
                String.format(Locale.ROOT, "%.0f", heap / 1e6),
                String.format(Locale.ROOT, "%.1f", seconds));
    }

    private record Run(double rate, long copies, StoryAssigner assigner) {}

    private static Run run(List<byte[]> fingerprints, StoryAssigner assigner) throws IOException {
        long copies = 0;
        long start = System.nanoTime();
        for (int i = 0; i < fingerprints.size(); i++) {
            Fingerprint read = Fingerprint.fromByteBuffer(ByteBuffer.wrap(fingerprints.get(i)));
            Assignment made = assigner.assign(String.format("%032x", i), StoryMapper.fingerprint(read), ACCEPTED);
            copies += made.copyOf() == null ? 0 : 1;
        }
        return new Run(fingerprints.size() * 1e9 / (System.nanoTime() - start), copies, assigner);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}

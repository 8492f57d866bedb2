package io.vedette.bench.quality;

import io.vedette.bench.ArticleFiles;
import io.vedette.bench.Progress;
import io.vedette.bench.taggers.ChainSpeed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Every figure that a target is set for, in one table. */
@Command(
        name = "quality",
        description = {
            "Annotates gold corpora as \"vedette annotate\" does, scores them, and prints each figure beside its target.",
            "FOLDER holds places/, entities/, attribution/, claims/, stories/, extraction/ and articles/ with JSON Lines, plain or .gz;"
                    + " what is not there is named and skipped.",
            "Tasks: gazetteer lgl geovirus cir re3d crossner wikigold polnear case2021 gsr ecb minhash readability trafilatura own speed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  bench/run quality ../corpora --scorer ../eval/score.py",
            "  bench/run quality ../corpora --scorer ../eval/score.py --task lgl --task geovirus --keep /tmp/annotated"
        })
public final class QualityBenchmark implements Callable<Integer> {

    private static final int FAILED = 70;
    private static final String GAZETTEER = "gazetteer";
    private static final String OWN = "own";
    private static final String SPEED = "speed";
    private static final Path OWN_FOLDER = Path.of("seeds/src/test/resources/multilingual");
    private static final List<String> LOAD = List.of("articles/reuters21578", "articles/allsides-12k");

    private static final Target SECONDS = Target.atMost("time of the first load", "s", 3.0);
    private static final Target HEAP = Target.atMost("heap of the full gazetteer", "MB", 400);
    private static final Target CHAIN = Target.atLeast("whole chain, one thread", "articles/s", 5_000);
    private static final Target RECALL = Target.atLeast("mentions with their ids", "R", 0.85);
    private static final Target PRECISION = Target.atLeast("mentions with their ids", "P", 0.90);

    @Parameters(paramLabel = "FOLDER", description = "The folder of gold corpora.")
    private Path folder = Path.of(".");

    @Option(
            names = "--scorer",
            required = true,
            paramLabel = "PATH",
            description = "The corpora's scorer, a Python script; called as: PATH MEASURE GOLD PREDICTIONS.")
    private Path scorer = Path.of("score.py");

    @Option(names = "--task", paramLabel = "NAME", description = "Only this task; can be given several times.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--keep", paramLabel = "DIR", description = "Keeps what was annotated in this folder.")
    private @Nullable Path keep;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Report report = new Report();

    @Override
    public Integer call() throws Exception {
        check();
        Path output = keep == null ? Files.createTempDirectory("vedette-quality-") : Files.createDirectories(keep);
        try {
            if (wanted(GAZETTEER)) {
                gazetteer();
            }
            for (Task task : Task.ALL) {
                if (wanted(task.name())) {
                    corpus(task, output);
                }
            }
            if (wanted(OWN)) {
                own(output);
            }
            if (wanted(SPEED)) {
                speed();
            }
        } finally {
            if (keep == null) {
                delete(output);
            }
        }
        System.out.println(report);
        return report.hasFailures() ? FAILED : 0;
    }

    private void check() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        new Scorer(scorer).check();
        List<String> known = Stream.concat(
                        Stream.of(GAZETTEER, OWN, SPEED), Task.ALL.stream().map(Task::name))
                .toList();
        for (String name : only) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), "there is no task \"" + name + "\"; there are " + String.join(" ", known));
            }
        }
    }

    private boolean wanted(String task) {
        return only.isEmpty() || only.contains(task);
    }

    private void gazetteer() throws IOException {
        Progress.show(GAZETTEER);
        Footprint footprint = Footprint.measure();
        report.figure(GAZETTEER, "seeds", SECONDS, footprint.seconds());
        report.figure(GAZETTEER, "seeds", HEAP, footprint.megabytes());
    }

    private void corpus(Task task, Path output) throws IOException, InterruptedException {
        Path articles = find(task.file());
        Path gold = find(task.gold());
        if (articles == null || gold == null) {
            report.skipped(task.name(), (articles == null ? task.file() : task.gold()) + ".jsonl");
            return;
        }
        Progress.show(task.name());
        try {
            Path predictions = output.resolve(task.name() + ".jsonl");
            Annotation.run(task.command(), articles, predictions);
            ScorerOutput scored = new Scorer(scorer).score(task.measure(), plain(gold, output), predictions);
            for (Target target : task.targets()) {
                report.figure(task.name(), task.file(), target, scored.figure(target));
            }
            if (task.command().equals(Task.EXTRACT)) {
                FoundFacts.compare(gold, predictions).report(report, task.name(), task.file());
            }
        } catch (ScorerOutput.UnreadableException | IllegalStateException e) {
            report.failed(task.name(), task.file(), String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Path find(String file) {
        for (String ending : List.of(".jsonl", ".jsonl.gz")) {
            Path path = folder.resolve(file + ending);
            if (Files.isReadable(path)) {
                return path;
            }
        }
        return null;
    }

    /** The scorer reads no .gz. */
    private static Path plain(Path gold, Path output) throws IOException {
        if (!gold.toString().endsWith(".gz")) {
            return gold;
        }
        Path unpacked = output.resolve("gold-" + gold.getFileName().toString().replace(".gz", ""));
        try (BufferedReader lines = ArticleFiles.open(gold)) {
            Files.write(unpacked, (Iterable<String>) lines.lines()::iterator);
        }
        return unpacked;
    }

    private void own(Path output) throws IOException {
        Path sentences = Path.of(System.getProperty("bench.root", ".")).resolve(OWN_FOLDER);
        if (!Files.isDirectory(sentences)) {
            report.skipped(OWN, OWN_FOLDER.toString());
            return;
        }
        try (Stream<Path> files = Files.list(sentences)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                Progress.show(OWN + ", " + name);
                Path predictions = output.resolve(OWN + "-" + name);
                Annotation.run(Task.ANNOTATE, file, predictions);
                OwnSet scored = OwnSet.score(file, predictions);
                report.figure(OWN, name, RECALL, scored.recall());
                report.figure(OWN, name, PRECISION, scored.precision());
            }
        }
    }

    private void speed() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : LOAD) {
            Path file = find(name);
            if (file == null) {
                report.skipped(SPEED, name + ".jsonl.gz");
            } else {
                files.add(file);
            }
        }
        if (!files.isEmpty()) {
            Progress.show(SPEED);
            report.figure(SPEED, String.join(" + ", LOAD), CHAIN, ChainSpeed.wholeChain(files));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(QualityBenchmark::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " stays behind", e);
        }
    }
}

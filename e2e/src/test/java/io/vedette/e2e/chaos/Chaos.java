package io.vedette.e2e.chaos;

import io.vedette.app.lifecycle.Cleanup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts the pipeline, does one fault after the other to it, and prints what came of each. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = "Does faults to the whole pipeline under load, and says whether its promises held.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0: every promise held", "1: one was broken, or it could not be tried"})
final class Chaos implements Callable<Integer> {

    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration TIME_TO_END = Duration.ofMinutes(2);
    private static final Duration QUIET = Duration.ofSeconds(15);

    @Parameters(
            arity = "0..*",
            description = "The faults, or none for all: ${COMPLETION-CANDIDATES}",
            completionCandidates = Names.class)
    private List<String> names = List.of();

    @Option(names = "--rate", description = "Articles a second (default: ${DEFAULT-VALUE}).")
    private int rate = 100;

    @Option(names = "--heap", description = "Megabytes of heap of each service at most (default: ${DEFAULT-VALUE}).")
    private int heapMegabytes = 384;

    @Option(
            names = "--folder",
            description = "Where logs and data go; kept (default: a new folder in the temporary one).")
    private Path folder;

    @Option(
            names = "--patience",
            description = "Seconds until it must be whole again, and until the load is kept up with at first (default:"
                    + " ${DEFAULT-VALUE}).")
    private int patienceSeconds = 300;

    @Option(
            names = "--late",
            description =
                    "Seconds that an article may be under way, to its delivery, without being called late (default:"
                            + " ${DEFAULT-VALUE}).")
    private int lateSeconds = 4;

    @Option(
            names = "--from",
            description = "The folder of an older build (app/target/dist): the services begin with it. Without a fault,"
                    + " what is tried is the upgrade.")
    private Path from;

    private final Ledger ledger = new Ledger();

    /** What {@code --help} lists. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Names() {
            super(Faults.all().stream().map(Fault::name).toList());
            add(Faults.upgrade().name());
        }
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Chaos()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        List<Fault> faults = chosen();
        if (folder == null) {
            folder = Files.createTempDirectory("vedette-chaos-");
        }
        say("logs and data are in " + folder);
        List<Verdict> verdicts = new ArrayList<>();
        boolean tried = true;
        try (Cleanup cleanup = Cleanup.onExit()) {
            Receiver receiver = cleanup.add(new Receiver(ledger));
            Cluster cluster = cleanup.add(Cluster.start(
                    folder.toAbsolutePath(), heapMegabytes, receiver, from, Duration.ofSeconds(patienceSeconds)));
            putWatches(cluster);
            cleanup.add(new Follower(cluster.bootstrapServers(), ledger));
            Load load = cleanup.add(new Load(ledger, cluster.instancesOf("ingest"), rate));
            say("ready, " + rate + " articles a second");
            Thread.sleep(WARM_UP.toMillis());
            say("the oldest article that is still under way waits for "
                    + ledger.oldestUnfinished().toMillis() + " ms");
            Patience.await("the load is kept up with", Duration.ofSeconds(patienceSeconds), this::keepsUp);
            for (Fault fault : faults) {
                tried &= attempt(fault, cluster, verdicts);
            }
            load.pause();
            awaitQuiet();
            verdicts.add(overall(verdicts));
        }
        print(verdicts);
        return tried && verdicts.stream().allMatch(verdict -> verdict.findings().isEmpty()) ? 0 : 1;
    }

    private boolean attempt(Fault fault, Cluster cluster, List<Verdict> verdicts) throws InterruptedException {
        String reason = fault.impossible().apply(cluster).orElse(null);
        if (reason != null) {
            say(fault.name() + " is left out: " + reason);
            return false;
        }
        say(fault.name() + " ...");
        Verdict verdict = new Trial(
                        cluster, ledger, Duration.ofSeconds(patienceSeconds), Duration.ofSeconds(lateSeconds))
                .of(fault);
        verdicts.add(verdict);
        say(verdict.row());
        verdict.findings().forEach(finding -> say("  " + finding));
        return true;
    }

    /** Of every article of the run, the last included: what came too late for its own trial is counted here. */
    private Verdict overall(List<Verdict> verdicts) {
        Fault everything = Fault.of("all of it", "from the first article to the last", 0, cluster -> {}, cluster -> {})
                .leavingDeadLetters(verdicts.stream()
                        .mapToInt(verdict -> verdict.fault().deadLetters())
                        .sum());
        int allowedAgain = verdicts.stream().mapToInt(Verdict::allowedAgain).sum();
        return new Verdict(
                everything,
                ledger.tally(0, ledger.size()),
                Duration.ZERO,
                allowedAgain,
                ledger.deadLetters(),
                ledger.strayAlerts().size(),
                null);
    }

    /** Nothing is under way any more, and then a moment longer: one too many would come last. */
    private void awaitQuiet() throws InterruptedException {
        long end = System.nanoTime() + TIME_TO_END.toNanos();
        while (ledger.oldestUnfinished().compareTo(Duration.ZERO) > 0 && System.nanoTime() < end) {
            Thread.sleep(QUIET.toMillis() / 10);
        }
        Thread.sleep(QUIET.toMillis());
    }

    private boolean keepsUp() {
        return ledger.size() > 0 && ledger.oldestUnfinished().compareTo(Duration.ofSeconds(lateSeconds)) < 0;
    }

    private List<Fault> chosen() {
        List<Fault> all = new ArrayList<>(Faults.all());
        if (from != null && names.isEmpty()) {
            return List.of(Faults.upgrade());
        }
        if (names.isEmpty() || names.equals(List.of("all"))) {
            return all;
        }
        if (from != null) {
            all.add(Faults.upgrade());
        } else if (names.contains(Faults.upgrade().name())) {
            throw new IllegalArgumentException("an upgrade needs --from: the folder of the older build");
        }
        return names.stream()
                .map(name -> all.stream()
                        .filter(fault -> fault.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no fault is called " + name + "; there are "
                                + all.stream().map(Fault::name).collect(Collectors.joining(", ")))))
                .toList();
    }

    private static void putWatches(Cluster cluster) throws IOException {
        Instance alerts = cluster.instance("alerts-a");
        for (int watch = 0; watch < Load.WATCHES; watch++) {
            String query = Load.query(watch).replace("\"", "\\\"");
            var answer = alerts.put(
                    "/api/watches/gauge-" + watch,
                    "{\"id\":\"gauge-" + watch + "\",\"title\":\"Gauge " + watch + "\",\"query\":\"" + query + "\"}");
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("a watch was not taken: " + answer.statusCode() + " " + answer.body());
            }
        }
    }

    private static void print(List<Verdict> verdicts) {
        Verdict.header().forEach(System.out::println);
        verdicts.forEach(verdict -> System.out.println(verdict.row()));
    }

    private static void say(String words) {
        System.err.println("chaos: " + words);
    }
}

package io.vedette.bench.pipeline;

import com.sun.management.OperatingSystemMXBean;
import io.vedette.bench.Progress;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.ProcessingGuarantee;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topics;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Articles at a fixed rate, whatever comes back, and for each alert the time from when its article was due to when a reader
 * of committed records saw it: a backlog shows, as it would to a user (Gil Tene's "coordinated omission" is avoided).
 */
final class OpenLoop {

    /** So long without an alert, and no more will come: longer than a match waits for its story. */
    private static final Duration QUIET = Duration.ofSeconds(6);

    private final Load load;
    private final List<String> queries;
    private final Corpus corpus;

    /**
     * How much and for how long.
     *
     * @param perSecond articles
     * @param warmUpSeconds what comes before the rounds, and does not count
     * @param seconds of each round
     * @param rounds that count
     */
    record Load(int perSecond, int warmUpSeconds, int seconds, int rounds) {

        /** What all of it takes, the last round included that looks at each hop. */
        int articles() {
            return perSecond * (warmUpSeconds + seconds * (rounds + 1));
        }
    }

    /** @param queries of the watches */
    OpenLoop(Load load, List<String> queries, Corpus corpus) {
        this.load = load;
        this.queries = queries;
        this.corpus = corpus;
    }

    /** All rounds, with services that are started once. */
    List<Round> run(ProcessingGuarantee guarantee, Map<String, String> settings) throws Exception {
        try (Server server = Server.start()) {
            Configuration configuration = server.configuration("open-loop", guarantee, settings);
            try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
                Topics topics = new Topics(configuration.topics().settings(), serdes);
                try (Feeder feeder = new Feeder(configuration, topics)) {
                    feeder.watch(queries);
                    try (RunningServices running = RunningServices.start(configuration, true)) {
                        return rounds(guarantee, configuration, topics, feeder);
                    }
                }
            }
        }
    }

    private List<Round> rounds(ProcessingGuarantee guarantee, Configuration configuration, Topics topics, Feeder feeder)
            throws Exception {
        Iterator<Article> articles = corpus.articles().iterator();
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i <= load.rounds() + 1; i++) {
            boolean warmUp = i == 0;
            boolean last = i == load.rounds() + 1;
            Progress.show("time to alert, " + guarantee + ", "
                    + (warmUp ? "warm-up" : last ? "a look at each hop" : "round " + i));
            try (Witness witness = new Witness(configuration, topics, last)) {
                int seconds = warmUp ? load.warmUpSeconds() : load.seconds();
                long busy = busyNanos();
                Map<String, Long> due = send(articles, seconds * load.perSecond(), feeder);
                double processors = (busyNanos() - busy) / 1e9 / seconds;
                List<Witness.Sighting> seen = witness.onceQuiet(QUIET);
                if (!warmUp) {
                    rounds.add(new Round(due, seen, processors));
                }
            }
        }
        return rounds;
    }

    /** Of the whole process: broker, services, load and witness. */
    private static long busyNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** When each was due, by article id. */
    private Map<String, Long> send(Iterator<Article> articles, int count, Feeder feeder) {
        Map<String, Long> due = new HashMap<>();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long dueAt = start + i * 1_000_000_000L / load.perSecond();
            while (System.nanoTime() < dueAt) {
                LockSupport.parkNanos(dueAt - System.nanoTime());
            }
            Article article = articles.next();
            due.put(article.getId(), dueAt);
            feeder.send(article);
        }
        return due;
    }
}

package io.vedette.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.Service;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.EnrichConfig;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.startup.Prerequisites;
import io.vedette.runtime.streams.StreamsRunner;
import io.vedette.runtime.trace.Tracing;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service that enriches: runs {@link EnrichmentTopology} and {@link StoryTopology}, each as an application of its own,
 * once their topics and schemas are there.  A broker or registry that is away at the start is waited for.  Thread-safe.
 */
public final class EnrichService implements Service {

    private static final Logger LOGGER = LoggerFactory.getLogger(EnrichService.class);
    private static final long RETRY_MILLIS = 1_000;

    private final Configuration configuration;
    private final Lane lane;
    private final MeterRegistry meters;
    private final EnrichMetrics metrics;
    private final Supplier<Tagger> taggers;
    private final AvroSerdes serdes;
    private final Topics topics;
    private final Prerequisites prerequisites;
    private final CountDownLatch closing = new CountDownLatch(1);

    private final Tracing tracing;
    private final Streams articles;
    private final Streams stories = new Streams("stories");
    private volatile String waitingFor = "not started";

    /**
     * A service that has yet to be started.
     *
     * @param lane of which articles; those of the backfill lane are put into no story
     * @param configuration of the process
     * @param meters gets what it counts and times
     * @param taggers asked at the start, when reading a gazetteer may take a while, and then for each article
     */
    public EnrichService(Lane lane, Configuration configuration, MeterRegistry meters, Supplier<Tagger> taggers) {
        this(lane, configuration, meters, taggers, Tracing.off());
    }

    /**
     * The same.
     *
     * @param tracing records what becomes of articles
     */
    public EnrichService(
            Lane lane, Configuration configuration, MeterRegistry meters, Supplier<Tagger> taggers, Tracing tracing) {
        this.tracing = tracing;
        this.lane = lane;
        this.configuration = configuration;
        this.articles = new Streams(name());
        this.meters = meters;
        this.metrics = new EnrichMetrics(lane, meters);
        this.taggers = taggers;
        this.serdes = new AvroSerdes(configuration.registry().settings());
        this.topics = new Topics(configuration.topics().settings(), serdes);
        this.prerequisites = lane == Lane.LIVE
                ? new Prerequisites(
                        name(),
                        configuration,
                        List.of(
                                topics.articles(),
                                topics.enriched(),
                                topics.fingerprints(),
                                topics.stories(),
                                topics.articleHistory(),
                                topics.enrichDeadLetters()),
                        List.of(topics.fingerprints()))
                : new Prerequisites(
                        name(),
                        configuration,
                        List.of(topics.articles(lane), topics.enriched(lane), topics.enrichDeadLetters()));
    }

    @Override
    public String name() {
        return lane == Lane.LIVE ? "enrich" : "enrich-backfill";
    }

    @Override
    public void start() {
        LOGGER.atInfo()
                .addKeyValue("service", name())
                .addKeyValue("gazetteer", taggers.get().gazetteerVersion())
                .log("read the names");
        if (!attempt()) {
            Thread retry = new Thread(this::startOnceItCan, "start-" + name());
            retry.setDaemon(true);
            retry.start();
        }
    }

    @Override
    public List<Component> components() {
        return lane == Lane.LIVE ? List.of(articles, stories) : List.of(articles);
    }

    @Override
    public String topology() {
        String tagging = topology(configuration.topics().partitions(), EnrichAccess::silent)
                .describe()
                .toString();
        return lane == Lane.LIVE ? tagging + "\n" + storyTopology().describe() : tagging;
    }

    @Override
    public void close() {
        closing.countDown();
        synchronized (this) {
            articles.close();
            stories.close();
            closeSerdes();
        }
    }

    private void closeSerdes() {
        try {
            serdes.close();
        } catch (RuntimeException e) {
            LOGGER.atWarn().addKeyValue("service", name()).setCause(e).log("the registry client did not close");
        }
    }

    /** Whether it runs now, or is to be closed; false if broker or registry can't be asked. */
    private synchronized boolean attempt() {
        if (closing.getCount() == 0) {
            return true;
        }
        try {
            run(partitions(prerequisites.check()));
            return true;
        } catch (IOException e) {
            waitingFor(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void startOnceItCan() {
        try {
            while (!closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS) && !attemptAgain()) {
                LOGGER.atDebug().addKeyValue("service", name()).log("still waiting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is missing may yet be created, once it turned out that the process did not end over it. */
    private boolean attemptAgain() {
        try {
            return attempt();
        } catch (StartupException e) {
            waitingFor(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private int partitions(Map<String, Integer> found) {
        return found.getOrDefault(
                topics.articles(lane).name(), configuration.topics().partitions());
    }

    private void run(int partitions) {
        if (lane == Lane.LIVE) {
            // first those who wait for the others
            stories.run(storyTopology(), configuration.enrich().ofStories());
        }
        articles.run(topology(partitions, taggers), config());
    }

    private Topology topology(int partitions, Supplier<Tagger> with) {
        return new EnrichmentTopology(topics, lane, config(), partitions, with, metrics, tracing).build();
    }

    private EnrichConfig config() {
        EnrichConfig enrich = configuration.enrich();
        return lane == Lane.LIVE ? enrich : enrich.ofBackfill();
    }

    private Topology storyTopology() {
        return new StoryTopology(topics, configuration.enrich(), metrics, tracing).build();
    }

    private void waitingFor(String reason) {
        if (!reason.equals(waitingFor)) {
            LOGGER.atWarn()
                    .addKeyValue("service", name())
                    .addKeyValue("reason", reason)
                    .log("can't start yet");
        }
        waitingFor = reason;
    }

    /** One of the applications, from when it can be started. */
    private final class Streams implements Component {

        private final String name;
        private volatile @Nullable StreamsRunner runner;

        Streams(String name) {
            this.name = name;
        }

        /** Starts it, unless an earlier attempt already did. */
        void run(Topology topology, EnrichConfig config) {
            if (runner != null) {
                return;
            }
            StreamsRunner made = new StreamsRunner(
                    name,
                    lane,
                    topology,
                    new KafkaClients(configuration.kafka()).streams(config),
                    topics.enrichDeadLetters().name(),
                    meters);
            made.start();
            runner = made;
        }

        void close() {
            StreamsRunner running = runner;
            if (running != null) {
                running.close();
            }
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public CheckResult check() {
            StreamsRunner running = runner;
            return running == null ? CheckResult.fail(waitingFor) : running.check();
        }
    }
}

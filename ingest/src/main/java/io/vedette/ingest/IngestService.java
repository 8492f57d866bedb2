package io.vedette.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.evidence.EvidenceFolder;
import io.vedette.ingest.evidence.EvidenceRoutes;
import io.vedette.ingest.evidence.EvidenceStore;
import io.vedette.ingest.file.FileIngest;
import io.vedette.ingest.file.IngestListener;
import io.vedette.ingest.file.IngestReport;
import io.vedette.ingest.file.WatchedFolder;
import io.vedette.ingest.http.ArticleRoutes;
import io.vedette.ingest.http.KeyExpiry;
import io.vedette.ingest.http.PushStreams;
import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.ingest.mapping.MappingException;
import io.vedette.ingest.mapping.Mappings;
import io.vedette.ingest.polling.KindReaders;
import io.vedette.ingest.polling.SourcePolling;
import io.vedette.ingest.probe.SourceTrial;
import io.vedette.ingest.probe.SourceTrialApi;
import io.vedette.ingest.source.Sources;
import io.vedette.ingest.topic.TopicSource;
import io.vedette.ingest.web.WebClient;
import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.Service;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.WatchedFolderConfig;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.startup.Prerequisites;
import io.vedette.runtime.streams.DeadLetters;
import io.vedette.runtime.trace.Tracing;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ingest service: reads the configured files, polls sources, answers {@code POST /api/articles} and {@code /api/sources}, writes
 * to Kafka.
 */
public final class IngestService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);

    private final Configuration config;
    private final Clock clock;
    private final ArticleWriters writers;
    private final Prerequisites prerequisites;
    private final ArticleFactory factory;
    private final IngestMetrics metrics;
    private final Sources sources;
    private final EvidenceStore evidence;
    private final WebClient web;
    private final SourceTrial trial;
    private final @Nullable SourcePolling polling;
    private final @Nullable ArticleWriter httpWriter;
    private final PushStreams streams;
    private final KeyExpiry keyExpiry;
    private final List<ArticleWriter> open = new CopyOnWriteArrayList<>();
    private final List<Thread> readers = new ArrayList<>();
    private final List<WatchedFolder> folders = new ArrayList<>();
    private final List<TopicSource> topicSources;

    /**
     * @param config of the process
     * @param topics where it writes
     * @param registry where it counts
     * @param clock tells when articles are accepted
     */
    public IngestService(Configuration config, Topics topics, MeterRegistry registry, Clock clock) {
        this(config, topics, registry, clock, Tracing.off());
    }

    /**
     * The same.
     *
     * @param tracing records what becomes of articles
     */
    public IngestService(Configuration config, Topics topics, MeterRegistry registry, Clock clock, Tracing tracing) {
        this.config = config;
        this.clock = clock;
        this.writers = new ArticleWriters(config, topics, clock, tracing);
        this.prerequisites = new Prerequisites(
                name(),
                config,
                List.of(topics.articles(), topics.ingestState(), topics.sources(), topics.sourceState()));
        this.factory = new ArticleFactory(config.ingest().textLimitBytes(), clock);
        this.metrics = new IngestMetrics(registry);
        Mappings mappings = mappings(config);
        this.sources = new Sources(config, topics, mappings.names(), registry, clock);
        DeadLetters deadLetters =
                new DeadLetters(name(), topics.ingestDeadLetters().name(), registry);
        this.topicSources = config.ingest().kafka().stream()
                .map(topic -> new TopicSource(topic, config, writers, factory, metrics, deadLetters))
                .toList();
        this.evidence = new EvidenceStore(config.ingest().evidence(), EvidenceStore.thisProcess(), registry, clock);
        this.web = new WebClient(config.ingest().web(), InetAddress::getAllByName, evidence, registry, clock);
        this.trial = new SourceTrial(web, config.ingest().web().limitBytes(), mappings);
        this.polling = config.ingest().polling().enabled()
                ? new SourcePolling(
                        config,
                        topics,
                        writers,
                        sources.store(),
                        web,
                        new KindReaders(config.ingest().web().limitBytes(), mappings),
                        factory,
                        metrics,
                        registry,
                        clock)
                : null;
        this.httpWriter = config.ingest().httpEnabled() ? writers.create(httpId()) : null;
        // a stream holds a thread of the server: others have to be answered meanwhile
        int most = Math.min(config.ingest().push().streams(), config.http().threads() / 2);
        this.streams = new PushStreams(writers, httpId() + "-streams", most);
        this.keyExpiry = new KeyExpiry(writers, streams, config.ingest().push().keyRetention(), clock);
        metrics.buffer(() -> streams.waiting()
                + (polling == null ? 0 : polling.waiting())
                + open.stream().mapToInt(ArticleWriter::waiting).sum());
    }

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public void start() {
        List<Path> files = config.ingest().files().stream().map(Path::of).toList();
        files.forEach(IngestService::requireReadable);
        prerequisites.checkIfReachable();
        sources.start();
        if (httpWriter != null) {
            open(httpWriter);
            keyExpiry.start();
        }
        if (polling != null) {
            polling.start();
        }
        for (WatchedFolderConfig folder : config.ingest().folders()) {
            WatchedFolder watched = new WatchedFolder(folder, writers, factory, metrics, clock);
            watched.start();
            folders.add(watched);
        }
        topicSources.forEach(TopicSource::start);
        files.forEach(this::read);
        LOG.atInfo()
                .addKeyValue("files", files.size())
                .addKeyValue("feeds", config.ingest().feeds().size())
                .addKeyValue("http", httpWriter != null)
                .log("ingest started");
    }

    @Override
    public List<Component> components() {
        List<Component> components = new ArrayList<>(List.of(new Writers()));
        components.addAll(sources.components());
        if (polling != null) {
            components.add(polling);
        }
        components.addAll(topicSources);
        return components;
    }

    @Override
    public List<Routes> routes() {
        Stream<Routes> articles = httpWriter == null
                ? Stream.of()
                : Stream.of(new ArticleRoutes(
                        httpWriter,
                        streams,
                        factory,
                        metrics,
                        config.ingest(),
                        config.http().maxRequestBytes()));
        Stream<Routes> about = Stream.of(
                sources.routes(),
                new SourceTrialApi(trial, config.ingest().sources()),
                new EvidenceRoutes(new EvidenceFolder(config.ingest().evidence().folder())));
        return Stream.concat(articles, about).toList();
    }

    @Override
    public void close() {
        keyExpiry.close();
        if (polling != null) {
            polling.close();
        }
        web.close();
        evidence.close();
        sources.close();
        readers.forEach(Thread::interrupt);
        // each may wait for Kafka: all at once, to be done within the time of one
        List<Runnable> closing = new ArrayList<>(List.of(streams::close));
        topicSources.forEach(topic -> closing.add(topic::close));
        folders.forEach(folder -> closing.add(folder::close));
        open.forEach(writer -> closing.add(writer::close));
        closing.parallelStream().forEach(Runnable::run);
        open.clear();
    }

    private static Mappings mappings(Configuration config) {
        try {
            return Mappings.read(config.ingest().mappings());
        } catch (MappingException | IOException e) {
            throw new StartupException(ExitCode.CONFIG, "mappings: " + e.getMessage());
        }
    }

    private ArticleWriter open(ArticleWriter writer) {
        writer.start();
        open.add(writer);
        return writer;
    }

    private void read(Path path) {
        Thread reader = new Thread(() -> readToEnd(path), "ingest-file-" + path.getFileName());
        reader.setDaemon(true);
        readers.add(reader);
        reader.start();
    }

    private void readToEnd(Path path) {
        try {
            IngestReport report = new FileIngest(writers, factory, metrics).run(List.of(path), IngestListener.NONE);
            LOG.info("{}: {}", path, report);
        } catch (IOException e) {
            LOG.error("{} was not read to its end: {}", path, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void requireReadable(Path path) {
        if (!Files.isReadable(path)) {
            throw new StartupException(
                    ExitCode.NO_INPUT, "ingest.files: " + path + " can't be read; check the path and its permissions");
        }
    }

    /** Unlike a file, requests come to several instances at once: each writes under an id of its own. */
    private String httpId() {
        try {
            return "http-" + InetAddress.getLocalHost().getHostName() + "-"
                    + config.http().port();
        } catch (UnknownHostException e) {
            return "http-localhost-" + config.http().port();
        }
    }

    /** Well if Kafka takes what every writer writes. */
    private final class Writers implements Component {

        @Override
        public String name() {
            return "ingest-writers";
        }

        @Override
        public CheckResult check() {
            return Stream.concat(Stream.of(streams.check()), open.stream().map(ArticleWriter::check))
                    .filter(result -> !result.ok())
                    .findFirst()
                    .orElse(CheckResult.pass());
        }
    }
}

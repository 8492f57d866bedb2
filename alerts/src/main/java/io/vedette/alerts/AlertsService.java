package io.vedette.alerts;

import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.alerts.api.BriefApi;
import io.vedette.alerts.api.ExplainApi;
import io.vedette.alerts.api.FeedbackApi;
import io.vedette.alerts.api.Instances;
import io.vedette.alerts.api.MapApi;
import io.vedette.alerts.api.QueryTrial;
import io.vedette.alerts.api.SuggestApi;
import io.vedette.alerts.api.TrendsApi;
import io.vedette.alerts.api.ViewApi;
import io.vedette.alerts.api.VisibleArticles;
import io.vedette.alerts.api.WatchApi;
import io.vedette.alerts.api.WatchCheckApi;
import io.vedette.alerts.api.WatchStatsApi;
import io.vedette.alerts.api.WatchTenancy;
import io.vedette.alerts.api.WatchVersionsApi;
import io.vedette.alerts.backtest.BacktestApi;
import io.vedette.alerts.backtest.Backtests;
import io.vedette.alerts.canary.CanaryKeeper;
import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.feed.FeedApi;
import io.vedette.alerts.feedback.FeedbackWriter;
import io.vedette.alerts.feedback.Silences;
import io.vedette.alerts.feedback.Suggestions;
import io.vedette.alerts.history.HistoryFiller;
import io.vedette.alerts.sources.SourceHealthWatch;
import io.vedette.alerts.topology.AlertingSettings;
import io.vedette.alerts.topology.AlertingTopology;
import io.vedette.alerts.view.AlertHit;
import io.vedette.alerts.view.View;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.CurrentEntities;
import io.vedette.alerts.watch.ExampleCheck;
import io.vedette.alerts.watch.QuerySettings;
import io.vedette.alerts.watch.WatchStore;
import io.vedette.alerts.watch.WatchVersions;
import io.vedette.alerts.watch.WatchWriter;
import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.Service;
import io.vedette.runtime.config.AlertsConfig;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.Peers;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.metrics.DiskMeters;
import io.vedette.runtime.startup.Prerequisites;
import io.vedette.runtime.status.Pulse;
import io.vedette.runtime.streams.StreamsRunner;
import io.vedette.runtime.trace.Tracing;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topics;
import io.vedette.schemas.Watch;
import io.vedette.text.Annotator;
import io.vedette.text.ClaimType;
import io.vedette.text.MentionKind;
import io.vedette.text.watch.QueryCompiler;
import io.vedette.text.watch.query.Entities;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds what enrichment wrote against the watches and raises alerts; answers {@code /api/watches}, and
 * searches alerts and articles.
 *
 * <p>It begins to match once it has read all watches.  Several instances share the work; to tell each other which watches
 * they have applied, each must be reachable at {@code alerts.advertised}, by default the address of its HTTP server.
 */
public final class AlertsService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(AlertsService.class);

    private final Supplier<? extends Entities> names;
    private final Topics topics;
    private final AvroSerdes serdes;
    private final Clients clients;
    private final Prerequisites prerequisites;
    private final WatchStore store;
    private final WatchWriter writer;
    private final FeedbackWriter feedback;
    private final Silences silences;
    private final HeartbeatProducer heartbeats;
    private final TimeToAlert timeToAlert;
    private final View view;
    private final Topology topology;
    private final Backtests backtests;
    private final @Nullable CanaryKeeper canary;
    private final Pulse pulse;
    private final @Nullable HistoryFiller history;
    private final StreamsRunner runner;
    private final List<Routes> routes;
    private volatile @Nullable RuntimeException cantStart;

    /**
     * Connects to nothing yet.
     *
     * @param entities resolve the names in watches, always the same; those that articles were tagged with
     * @param annotator tags the articles on which somebody tries a query
     */
    public AlertsService(Configuration configuration, MeterRegistry meters, Entities entities, Annotator annotator) {
        this(configuration, meters, () -> entities, annotator, Map::of, Tracing.off());
    }

    /**
     * The same.
     *
     * @param names resolve the names in watches at the moment: asked at the start, when reading them may take a while, then for
     *     each article and each request; once there are others the watches are compiled anew
     * @param subtypes of claims, and the type that each belongs to; asked for each request
     * @param tracing records what becomes of articles
     */
    public AlertsService(
            Configuration configuration,
            MeterRegistry meters,
            Supplier<? extends Entities> names,
            Annotator annotator,
            Supplier<Map<String, ClaimType>> subtypes,
            Tracing tracing) {
        this.names = names;
        Entities entities = new CurrentEntities(names);
        QueryCompiler queries = QuerySettings.compiler(configuration.alerts().query(), entities);
        serdes = new AvroSerdes(configuration.registry().settings());
        topics = new Topics(configuration.topics().settings(), serdes);
        KafkaClients kafka = new KafkaClients(configuration.kafka());
        clients = new Clients(kafka, topics, configuration.alerts().applicationId());
        prerequisites = prerequisites(configuration);
        DiskMeters.bind(DiskMeters.Content.INDEX, viewFolder(configuration.alerts()), meters);
        store = new WatchStore(
                topics.watches(),
                clients::watchConsumer,
                () -> QuerySettings.compiler(configuration.alerts().query(), names.get()),
                meters);
        ExampleCheck examples = new ExampleCheck(annotator, entities, Clock.systemUTC());
        writer = new WatchWriter(
                topics.watches(),
                topics.watchVersions(),
                clients::watchProducer,
                store::watches,
                queries,
                examples,
                Clock.systemUTC());
        silences = new Silences(topics.feedback(), clients::watchConsumer);
        feedback = new FeedbackWriter(topics.feedback(), clients::feedbackProducer, meters);
        heartbeats = new HeartbeatProducer(
                topics.heartbeats(),
                clients::heartbeatProducer,
                configuration.alerts().heartbeatInterval(),
                meters);
        timeToAlert = new TimeToAlert(topics.alerts(), clients::alertConsumer, Clock.systemUTC(), meters);
        AlertingSettings settings = settings(configuration.alerts());
        backtests = new Backtests(
                topics,
                clients::backtestConsumer,
                queries,
                examples,
                store::watches,
                settings,
                configuration.backtest(),
                Clock.systemUTC());
        canary = canary(configuration.alerts(), meters);
        topology = new AlertingTopology(topics, names, store::watches, settings, meters, tracing).build();

        view = new View(
                viewFolder(configuration.alerts()),
                configuration.alerts().view(),
                topics,
                clients::viewConsumer,
                entities,
                Clock.systemUTC(),
                meters);

        pulse = new AlertsPulse(view, configuration.alerts().view().everyArticle(), canary);

        HostInfo self = Addresses.advertised(configuration);
        Properties streams = kafka.streams(configuration.alerts());
        if (self != null) {
            streams.setProperty("application.server", self.host() + ":" + self.port());
        }
        runner = new StreamsRunner(
                name(), Lane.LIVE, topology, streams, topics.alertsDeadLetters().name(), meters);
        Instances instances = new Instances(self, this::live, store::awaitApplied, new Peers(configuration.http()));
        history = history(configuration.alerts(), queries, instances, meters);
        Watch healthWatch = SourceHealthWatch.of(configuration.alerts().sourceHealth());
        VisibleArticles articles =
                new VisibleArticles(view, configuration.alerts().view(), Clock.systemUTC());
        WatchTenancy tenancy = new WatchTenancy(
                store::watches,
                configuration.alerts().api().tenantWatches(),
                configuration.delivery().channels());
        routes = List.of(
                new WatchApi(
                        store::watches,
                        writer,
                        instances,
                        configuration.alerts().watchApplyTimeout(),
                        configuration.alerts().api().requireIfMatch(),
                        healthWatch,
                        tenancy),
                new WatchCheckApi(queries, examples, subtypes, store::watches, tenancy, healthWatch.getId()),
                new SuggestApi(
                        entities,
                        subtypes,
                        store::watches,
                        view,
                        articles,
                        configuration.alerts().api()),
                new WatchVersionsApi(
                        new WatchVersions(
                                topics.watchVersions(),
                                clients::versionsConsumer,
                                configuration.alerts().api().timeLimit()),
                        id -> store.watches().get(id).map(CompiledWatch::watch)),
                new FeedbackApi(
                        feedback,
                        id -> view.alert(id).map(AlertHit::alert),
                        store::watches,
                        new Suggestions(queries),
                        silences,
                        Clock.systemUTC()),
                new QueryTrial(queries, annotator, Clock.systemUTC()),
                new ExplainApi(articles, store::watches, queries, annotator, settings.disclosure(), Clock.systemUTC()),
                new ViewApi(
                        view,
                        articles,
                        configuration.alerts().api(),
                        settings.disclosure(),
                        queries,
                        Clock.systemUTC()),
                new TrendsApi(
                        view,
                        articles,
                        queries,
                        id -> watch(id, healthWatch),
                        configuration.alerts().api(),
                        configuration.alerts().view().alerts(),
                        Clock.systemUTC()),
                new MapApi(view, articles, queries, configuration.alerts().api(), Clock.systemUTC()),
                new BriefApi(
                        view,
                        articles,
                        configuration.alerts().api(),
                        configuration.alerts().brief(),
                        settings.disclosure(),
                        queries,
                        Clock.systemUTC()),
                new WatchStatsApi(
                        view,
                        id -> watch(id, healthWatch).isPresent(),
                        configuration.alerts().api(),
                        Clock.systemUTC()),
                new FeedApi(
                        view,
                        id -> watch(id, healthWatch),
                        configuration.alerts().api(),
                        Clock.systemUTC()),
                new BacktestApi(backtests));
    }

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public void start() {
        Objects.requireNonNull(names.get(), "names");
        prerequisites.checkIfReachable();
        timeToAlert.start();
        view.start();
        silences.start();
        heartbeats.start();
        if (canary != null) {
            canary.start();
        }
        Thread reading = new Thread(this::readNames, "vedette-names");
        reading.setDaemon(true);
        reading.start();
        store.start();
        store.caughtUp().thenRunAsync(this::match);
    }

    @Override
    public List<Component> components() {
        Stream<Component> always = Stream.of(store, view, new Matching());
        return Stream.concat(always, Stream.ofNullable(canary)).toList();
    }

    @Override
    public List<Routes> routes() {
        return routes;
    }

    /** What it knows of how things go; to be asked at any time. */
    public Pulse pulse() {
        return pulse;
    }

    @Override
    public String topology() {
        return topology.describe().toString();
    }

    @Override
    public void close() {
        backtests.close();
        if (canary != null) {
            canary.close();
        }
        if (history != null) {
            history.close();
        }
        runner.close();
        heartbeats.close();
        timeToAlert.close();
        view.close();
        store.close();
        writer.close();
        silences.close();
        feedback.close();
        serdes.close();
    }

    private Optional<Watch> watch(String id, Watch builtIn) {
        return id.equals(builtIn.getId())
                ? Optional.of(builtIn)
                : store.watches().get(id).map(CompiledWatch::watch);
    }

    /** Lest the first one wait who asks for names that begin so. */
    private void readNames() {
        for (MentionKind kind : MentionKind.values()) {
            names.get().completions(kind, "a", 1);
        }
    }

    private @Nullable CanaryKeeper canary(AlertsConfig alerts, MeterRegistry meters) {
        if (alerts.canaryInterval().isZero()) {
            return null;
        }
        return new CanaryKeeper(
                topics.articles(),
                topics.canaries(),
                clients::canaryConsumer,
                clients::articleProducer,
                new CanaryKeeper.Settings(alerts.canaryInterval(), alerts.canaryPatience()),
                meters);
    }

    private @Nullable HistoryFiller history(
            AlertsConfig alerts, QueryCompiler queries, Instances instances, MeterRegistry meters) {
        if (!alerts.history().enabled()) {
            return null;
        }
        return new HistoryFiller(
                topics,
                queries,
                clients.history(),
                (partition, offset) -> instances.awaitApplied(partition, offset, Duration.ofSeconds(1)),
                alerts.history(),
                alerts.storyPatience(),
                alerts.recordLimitBytes(),
                new Disclosure(alerts.disclosure().snippetLimit()),
                Clock.systemUTC(),
                meters);
    }

    static AlertingSettings settings(AlertsConfig alerts) {
        return new AlertingSettings(
                alerts.dedupWindow(),
                alerts.recordLimitBytes(),
                alerts.storyPatience(),
                alerts.lateness(),
                alerts.history().enabled() ? alerts.history().patience() : Duration.ZERO,
                alerts.casualtySteps(),
                alerts.mostSeen(),
                alerts.digestEntries(),
                alerts.budget(),
                alerts.budgetFactor(),
                alerts.budgetDigest(),
                alerts.sourceHealth(),
                new Disclosure(alerts.disclosure().snippetLimit()));
    }

    /** Beside the state of its streams, which nobody shares either. */
    private static Path viewFolder(AlertsConfig alerts) {
        Path folder = alerts.view().dir();
        return folder == null ? alerts.stateDir().resolve(alerts.applicationId() + ".view") : folder;
    }

    /** Each instance beats for every partition that is configured, and an article, its story and time must meet. */
    private Prerequisites prerequisites(Configuration configuration) {
        return new Prerequisites(
                name(),
                configuration,
                List.of(
                        topics.enriched(),
                        topics.enriched(Lane.BACKFILL),
                        topics.stories(),
                        topics.watches(),
                        topics.watchVersions(),
                        topics.feedback(),
                        topics.sources(),
                        topics.sourceState(),
                        topics.heartbeats(),
                        topics.alerts(),
                        topics.alertsJson(),
                        topics.alertState(),
                        topics.watchHistory(),
                        topics.canaries(),
                        topics.alertedArticles(),
                        topics.articleHistory(),
                        topics.alertsDeadLetters()),
                List.of(topics.enriched(), topics.stories(), topics.heartbeats(), topics.watchHistory()));
    }

    /** Only now: an article that is matched before all watches are known would be lost to the others. */
    private void match() {
        try {
            Rehearsal.run(topics);
            runner.start();
            if (history != null) {
                history.start();
            }
        } catch (RuntimeException e) {
            cantStart = e;
            LOG.atError().setCause(e).log("alerts can't start");
        }
    }

    /** All instances that have a part of the work; empty while nobody knows. */
    private Set<HostInfo> live() {
        return runner
                .streams()
                .filter(streams -> streams.state().isRunningOrRebalancing())
                .map(KafkaStreams::metadataForAllStreamsClients)
                .stream()
                .flatMap(clients -> clients.stream().map(StreamsMetadata::hostInfo))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The runner, and why it never came to start. */
    private final class Matching implements Component {

        @Override
        public String name() {
            return runner.name();
        }

        @Override
        public CheckResult check() {
            RuntimeException reason = cantStart;
            return reason == null ? runner.check() : CheckResult.fail(reason);
        }
    }
}

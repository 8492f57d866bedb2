package io.vedette.app.allinone;

import io.vedette.alerts.AlertsService;
import io.vedette.app.article.LiveTagData;
import io.vedette.app.article.TagData;
import io.vedette.console.ConsoleService;
import io.vedette.runtime.Component;
import io.vedette.runtime.Service;
import io.vedette.runtime.access.Authentication;
import io.vedette.runtime.access.Credentials;
import io.vedette.runtime.audit.AuditTopic;
import io.vedette.runtime.config.AuthConfig;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.TracingConfig;
import io.vedette.runtime.deadletter.DeadLetterService;
import io.vedette.runtime.http.Access;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.kafka.KafkaComponents;
import io.vedette.runtime.keys.KeyService;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.runtime.status.Pulse;
import io.vedette.runtime.status.SystemService;
import io.vedette.runtime.trace.Traces;
import io.vedette.runtime.trail.AuditService;
import io.vedette.schemas.AuditEntry;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Services that run in this process behind one HTTP server. */
public final class Services implements AutoCloseable {

    private final AvroSerdes serdes;
    private final Metrics metrics = new Metrics();
    private final Traces traces;
    private final LiveTagData tagData;
    private final List<Service> services;
    private final AuditTopic audit;
    private final HttpServer http;

    private Services(Configuration configuration, List<ServiceKind> kinds, Supplier<TagData> data) {
        traces = Traces.start(configuration.tracing(), metrics.registry());
        tagData = new LiveTagData(configuration.tagging(), data, metrics.registry());
        serdes = new AvroSerdes(configuration.registry().settings());
        Topics topics = new Topics(configuration.topics().settings(), serdes);
        KafkaClients clients = new KafkaClients(configuration.kafka());
        List<Service> all = new ArrayList<>();
        List<Credentials> credentials = new ArrayList<>();
        AuthConfig auth = configuration.http().auth();
        if (auth.required() && auth.storedKeys()) {
            KeyService keys = new KeyService(topics.keys(), clients, Clock.systemUTC());
            credentials.add(keys.credentials());
            all.add(keys);
        }
        if (kinds.contains(ServiceKind.ALERTS)) {
            all.add(AuditService.create(
                    topics.audit(), clients, configuration.http().audit(), Clock.systemUTC()));
            all.add(ConsoleService.create());
            all.add(DeadLetterService.create(configuration, topics, serdes.client(), Clock.systemUTC()));
        }
        kinds.forEach(kind -> all.add(kind.create(configuration, topics, metrics.registry(), traces, tagData)));
        List<Component> shared = components(configuration, kinds);
        if (kinds.contains(ServiceKind.ALERTS)) {
            all.add(new SystemService(
                    configuration,
                    topics,
                    List.copyOf(all),
                    shared,
                    pulse(all),
                    metrics.registry(),
                    Clock.systemUTC()));
        }
        services = List.copyOf(all);
        audit = audit(configuration, topics, clients);
        Authentication authentication =
                Authentication.of(auth, configuration.ingest().push().keys(), credentials);
        http = new HttpServer(configuration.http(), metrics, services, shared, new Access(authentication, audit));
    }

    /**
     * Listens, so that health is answered from the beginning, then starts the services in the order given.
     *
     * @param data what tagging begins with; asked for once, by the first service that needs it
     * @throws io.vedette.runtime.StartupException if the port is taken or a service can never work as it is set up
     */
    public static Services start(Configuration configuration, List<ServiceKind> kinds, Supplier<TagData> data) {
        Services running = new Services(configuration, kinds, data);
        try {
            running.http.start();
            running.services.forEach(Service::start);
            running.tagData.start();
            return running;
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
    }

    /** What tells this process from others, in traces and in logs. */
    public static Map<String, String> about(Configuration configuration, List<ServiceKind> kinds) {
        String only = kinds.size() == 1 ? kinds.get(0).service() : null;
        TracingConfig tracing = configuration.tracing();
        return Map.of("service", Traces.serviceName(tracing, only), "instance", Traces.instance(tracing));
    }

    /** Where the API, health and metrics are. */
    public String url() {
        return http.url();
    }

    /** Stops taking requests, then stops the services side by side: each may take up to 10 s. */
    @Override
    public void close() {
        http.close();
        tagData.close();
        List<Thread> stopping = new ArrayList<>();
        for (Service service : services) {
            Thread thread = new Thread(service::close, "stop-" + service.name());
            thread.start();
            stopping.add(thread);
        }
        stopping.forEach(Services::await);
        traces.close();
        audit.close();
        serdes.close();
        metrics.close();
    }

    private static Pulse pulse(List<Service> services) {
        return services.stream()
                .filter(AlertsService.class::isInstance)
                .map(service -> ((AlertsService) service).pulse())
                .findFirst()
                .orElse(Pulse.NONE);
    }

    private AuditTopic audit(Configuration configuration, Topics topics, KafkaClients clients) {
        Topic<String, AuditEntry> topic = topics.audit();
        return new AuditTopic(
                topic,
                () -> new KafkaProducer<>(
                        clients.producer(),
                        topic.keySerde().serializer(),
                        topic.valueSerde().serializer()),
                configuration.http().audit().capacity(),
                metrics.registry());
    }

    private List<Component> components(Configuration configuration, List<ServiceKind> kinds) {
        Stream<Component> servers = Stream.of(
                KafkaComponents.broker(new KafkaClients(configuration.kafka())),
                KafkaComponents.registry(serdes.client()));
        boolean named = kinds.stream().anyMatch(ServiceKind::needsNames);
        return Stream.concat(servers, named ? Stream.of(tagData) : Stream.empty())
                .toList();
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

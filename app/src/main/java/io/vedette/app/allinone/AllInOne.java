package io.vedette.app.allinone;

import io.vedette.app.article.TagData;
import io.vedette.app.embedded.EmbeddedBroker;
import io.vedette.app.embedded.EmbeddedRegistry;
import io.vedette.app.embedded.Ports;
import io.vedette.app.lifecycle.Cleanup;
import io.vedette.app.topics.TopicSetup;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.ProcessingGuarantee;
import io.vedette.runtime.config.StreamsConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything in one process: broker, registry, topics, schemas and the three services.  What it starts, the {@link
 * Cleanup} that it is given ends.
 *
 * @param configuration what the services run with
 * @param httpUrl of the API, health and metrics
 * @param bootstrapServers of the broker
 * @param registryUrl of the schema registry
 */
public record AllInOne(Configuration configuration, String httpUrl, String bootstrapServers, String registryUrl) {

    /** The broker's, which tell of every partition. */
    private static final List<String> BROKER_LOGGERS = List.of(
            "kafka",
            "state.change.logger",
            "org.apache.kafka.controller",
            "org.apache.kafka.coordinator",
            "org.apache.kafka.image",
            "org.apache.kafka.metadata",
            "org.apache.kafka.raft",
            "org.apache.kafka.server",
            "org.apache.kafka.storage");

    /**
     * Starts it all; the services may still have to find their partitions when this returns.
     *
     * @param folder where everything is kept
     * @param ports where it listens
     * @param configure makes the configuration, given the keys that the embedded servers determine
     * @param cleanup takes charge of what is started
     * @throws io.vedette.app.embedded.PortTakenException if something listens there already
     */
    public static AllInOne start(
            DataFolder folder, Ports ports, Function<Map<String, String>, Configuration> configure, Cleanup cleanup)
            throws InterruptedException {
        // A wrong configuration should be told before anything is started.
        Configuration configuration = configure.apply(settings(folder, ports));
        Noise.silenceBroker();
        ports.requireFree();
        // The registry's process starts while the broker does.
        EmbeddedRegistry registry = cleanup.add(EmbeddedRegistry.start(folder.registry(), ports));
        CompletableFuture<TagData> data = CompletableFuture.supplyAsync(() -> TagData.load(configuration.tagging()));
        if (EmbeddedBroker.wasKilled(folder.broker()) && isExactlyOnce(configuration)) {
            KilledTasks.discard(folder.streams());
        }
        EmbeddedBroker broker = cleanup.add(EmbeddedBroker.start(folder.broker(), ports));
        registry.awaitReady();
        new TopicSetup(configuration).create();
        Services services =
                cleanup.add(Services.start(configuration, ServiceKind.all(configuration), () -> loaded(data)));
        return new AllInOne(configuration, services.url(), broker.bootstrapServers(), registry.url());
    }

    private static boolean isExactlyOnce(Configuration configuration) {
        return Stream.<StreamsConfig>of(configuration.enrich(), configuration.alerts())
                .allMatch(streams -> streams.processingGuarantee() == ProcessingGuarantee.EXACTLY_ONCE_V2);
    }

    private static TagData loaded(CompletableFuture<TagData> data) {
        try {
            return data.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartupException reason ? reason : e;
        }
    }

    private static Map<String, String> settings(DataFolder folder, Ports ports) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", "127.0.0.1:" + ports.broker());
        settings.put("registry.url", EmbeddedRegistry.url(ports));
        settings.put("http.port", Integer.toString(ports.http()));
        settings.put("topics.replication", "1");
        settings.put("enrich.stateDir", folder.streams().toString());
        settings.put("alerts.stateDir", folder.streams().toString());
        // After a kill -9 the group waits for its dead members: a short session is enough here,
        // where broker and members pause together.
        settings.put("kafka.consumer.session.timeout.ms", "4000");
        settings.put("kafka.consumer.heartbeat.interval.ms", "1000");
        BROKER_LOGGERS.forEach(logger -> settings.put("logging.levels." + logger, "error"));
        return settings;
    }

    /** Where it all listens, a line each. */
    public String addresses() {
        return """
                console    %s/
                HTTP API   %s/api/watches
                metrics    %s/metrics
                health     %s/health/ready
                Kafka      %s
                registry   %s""".formatted(httpUrl, httpUrl, httpUrl, httpUrl, bootstrapServers, registryUrl);
    }
}

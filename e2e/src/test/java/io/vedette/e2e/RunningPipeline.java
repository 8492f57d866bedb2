package io.vedette.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.app.allinone.ServiceKind;
import io.vedette.app.allinone.Services;
import io.vedette.app.api.ApiClient;
import io.vedette.app.article.TagData;
import io.vedette.app.topics.TopicSetup;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The three services in this JVM with the taggers that users get, wired as the command wires them. */
final class RunningPipeline implements AutoCloseable {

    static final int PARTITIONS = 6;

    private static final Duration TIME_TO_GET_READY = Duration.ofSeconds(60);

    private final Configuration configuration;
    private final Services services;
    private final AvroSerdes serdes;
    private final Topics topics;
    private final ApiClient api;

    private RunningPipeline(Configuration configuration, Services services) {
        this.configuration = configuration;
        this.services = services;
        serdes = new AvroSerdes(configuration.registry().settings());
        topics = new Topics(configuration.topics().settings(), serdes);
        api = new ApiClient(services.url());
    }

    /**
     * What a pipeline runs with, the rest being defaults.
     *
     * @param folder of the local state
     * @param name tells this pipeline's topics and groups from those of others on the same broker
     */
    static Configuration configuration(String bootstrapServers, String registryUrl, Path folder, String name) {
        return configuration(bootstrapServers, registryUrl, folder, name, Map.of());
    }

    /**
     * The same.
     *
     * @param more further settings
     */
    static Configuration configuration(
            String bootstrapServers, String registryUrl, Path folder, String name, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("kafka.bootstrap.servers", bootstrapServers);
        settings.put("registry.url", registryUrl);
        settings.put("topics.prefix", name + ".");
        settings.put("topics.partitions", Integer.toString(PARTITIONS));
        settings.put("topics.replication", "1");
        settings.putIfAbsent("http.port", "0");
        settings.put("ingest.transactionalId", name + "-ingest");
        settings.put("ingest.polling.group", name + "-ingest");
        settings.put("ingest.polling.start", "1s");
        settings.put("ingest.polling.shortest", "1s");
        settings.put("ingest.sources.leastInterval", "1s");
        settings.put("ingest.web.allow", "127.0.0.0/8");
        settings.put("ingest.web.delay", "0ms");
        settings.put("alerts.sourceHealth.gather", "1s");
        for (String service : new String[] {"enrich", "alerts"}) {
            settings.put(service + ".applicationId", name + "-" + service);
            settings.put(service + ".stateDir", folder.resolve("streams").toString());
        }
        return Configuration.of(settings);
    }

    /** Makes the topics and registers the schemas, then starts the services; they may still be getting ready. */
    static RunningPipeline create(Configuration configuration) throws InterruptedException {
        new TopicSetup(configuration).create();
        return start(configuration);
    }

    /** Starts the services only. */
    static RunningPipeline start(Configuration configuration) {
        return new RunningPipeline(
                configuration, Services.start(configuration, ServiceKind.all(), () -> LoadedOnce.DATA));
    }

    RunningPipeline awaitReady() {
        await().atMost(TIME_TO_GET_READY).untilAsserted(() -> {
            ApiClient.Answer health = health();
            assertThat(health.isGood()).as(health.body().toString()).isTrue();
        });
        return this;
    }

    ApiClient.Answer health() throws InterruptedException {
        return api.get("/health/ready");
    }

    String url() {
        return services.url();
    }

    ApiClient api() {
        return api;
    }

    Topics topics() {
        return topics;
    }

    AvroSerdes serdes() {
        return serdes;
    }

    /** The folder of its own gazetteer; null without one. */
    Path gazetteer() {
        return configuration.tagging().gazetteer();
    }

    String bootstrapServers() {
        return configuration.kafka().bootstrapServers();
    }

    String registryUrl() {
        return configuration.registry().url();
    }

    @Override
    public void close() {
        services.close();
        serdes.close();
    }

    /** It takes a second; whoever has a gazetteer of their own begins with an empty one. */
    private static final class LoadedOnce {
        static final TagData DATA = TagData.load(Configuration.defaults().tagging());
    }
}

package io.vedette.bench.pipeline;

import io.vedette.app.embedded.EmbeddedBroker;
import io.vedette.app.embedded.Ports;
import io.vedette.app.topics.TopicSetup;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.ProcessingGuarantee;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A broker in this JVM with Vedette's topics.  The registry is the mock of Confluent's client: schemas are cached after
 * the first record, so a real one would measure the same.
 */
public final class Server implements AutoCloseable {

    private final Path folder;
    private final EmbeddedBroker broker;
    private final String registry = "mock://" + UUID.randomUUID();

    private Server(Path folder, EmbeddedBroker broker) {
        this.folder = folder;
        this.broker = broker;
    }

    /** To be closed, which also deletes what it has on disk. */
    public static Server start() throws Exception {
        Path folder = Files.createTempDirectory("vedette-bench-");
        Server server = new Server(folder, EmbeddedBroker.start(folder.resolve("broker"), Ports.from(0)));
        new TopicSetup(server.configuration("setup", ProcessingGuarantee.AT_LEAST_ONCE)).create();
        return server;
    }

    /** For one run: applications of their own, so that none goes on where another left off. */
    Configuration configuration(String run, ProcessingGuarantee guarantee) {
        return configuration(run, guarantee, Map.of());
    }

    /** @param more what else to set, by key */
    public Configuration configuration(String run, ProcessingGuarantee guarantee, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        settings.put("registry.url", registry);
        settings.put("http.port", "0");
        for (String service : List.of("enrich", "alerts")) {
            settings.put(service + ".applicationId", service + "-" + run);
            settings.put(service + ".stateDir", folder.resolve("state").toString());
            settings.put(service + ".processingGuarantee", guarantee.toString().toLowerCase(Locale.ROOT));
        }
        // one watch may match every article, for hours' worth in a minute
        settings.put("alerts.budget", "1000000");
        settings.putAll(more);
        return Configuration.of(settings);
    }

    /** Where the services keep their state. */
    Path state() {
        return folder.resolve("state");
    }

    @Override
    public void close() {
        broker.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " stays behind", e);
        }
    }
}

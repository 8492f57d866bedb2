package io.vedette.bench.sources;

import io.vedette.app.allinone.ServiceKind;
import io.vedette.app.allinone.Services;
import io.vedette.app.embedded.EmbeddedBroker;
import io.vedette.app.embedded.Ports;
import io.vedette.app.topics.TopicSetup;
import io.vedette.runtime.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A broker and the ingest service in this JVM, as {@code vedette up} has them. */
final class Inlet implements AutoCloseable {

    private final Path folder;
    private final EmbeddedBroker broker;
    private final Configuration configuration;
    private final Services services;

    private Inlet(Path folder, EmbeddedBroker broker, Configuration configuration) {
        this.folder = folder;
        this.broker = broker;
        this.configuration = configuration;
        this.services = Services.start(configuration, List.of(ServiceKind.INGEST), () -> {
            throw new IllegalStateException("ingest tags nothing");
        });
    }

    static Inlet open() throws Exception {
        Path folder = Files.createTempDirectory("vedette-bench-");
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), Ports.from(0));
        Configuration configuration = Configuration.of(Map.of(
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "registry.url",
                "mock://" + UUID.randomUUID(),
                "http.port",
                "0"));
        new TopicSetup(configuration).create();
        return new Inlet(folder, broker, configuration);
    }

    Configuration configuration() {
        return configuration;
    }

    /** For files that go with it. */
    Path folder() {
        return folder;
    }

    String url() {
        return services.url();
    }

    @Override
    public void close() throws IOException {
        services.close();
        broker.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

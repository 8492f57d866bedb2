package io.vedette.app.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker in this process: one node that is broker and controller, on the loopback address.
 *
 * <p>What is in its folder stays from one start to the next, also after the process was killed.  {@link #start} returns
 * once clients can connect.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a broker on the ports given, and formats the folder first if it is new.
     *
     * @param directory where its data is or will be
     * @throws UncheckedIOException if the folder can't be written
     */
    public static EmbeddedBroker start(Path directory, Ports ports) {
        KafkaConfig config = new KafkaConfig(BrokerSettings.of(directory, ports), false);
        if (isNew(directory)) {
            format(directory);
        } else {
            FormerSelf.forgetIfKilled(directory, ports);
        }
        KafkaRaftServer server = startup(config);
        return new EmbeddedBroker(server, "127.0.0.1:" + ports.broker());
    }

    /** Whether a broker ran on that folder and was not stopped; nothing may run there now. */
    public static boolean wasKilled(Path directory) {
        return !isNew(directory) && FormerSelf.wasKilled(directory);
    }

    private static boolean isNew(Path directory) {
        return !Files.exists(directory.resolve("meta.properties"));
    }

    static KafkaRaftServer startup(KafkaConfig config) {
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException | Error e) {
            server.shutdown();
            throw e;
        }
        return server;
    }

    /** Host and port for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker and waits for it; what was written is kept. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory) {
        // The formatter reports on a stream; standard output is the user's.
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(nowhere)
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("the broker's folder " + directory + " can't be written", e);
        } catch (Exception e) {
            throw new IllegalStateException("the broker's folder " + directory + " can't be formatted", e);
        }
    }
}

package io.vedette.e2e.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One of three nodes, each broker and controller, of Kafka's own program.  Each site and the other brokers reach it through a
 * proxy of their own, this process directly.  Timeouts are Kafka's own; only memory and threads are small.
 */
final class Broker {

    /** Above the clients' 2 MB. */
    private static final int MAX_MESSAGE_BYTES = 2_500_000;

    private static final String CLUSTER = "vedette-chaos-cluster0";

    private final int id;
    private final Path data;
    private final Map<String, Integer> listeners;
    private final Map<String, Integer> advertised;
    private final String voters;
    private final Child child;

    /**
     * @param id from 1
     * @param listeners the port of each listener; CONTROLLER and PEERS are among them
     * @param advertised the port under which those that connect to it find it, CONTROLLER excepted
     */
    Broker(
            int id,
            Path folder,
            Map<String, Integer> listeners,
            Map<String, Integer> advertised,
            String voters,
            List<String> options) {
        this.id = id;
        this.data = folder.resolve("broker-" + id).resolve("data");
        this.listeners = listeners;
        this.advertised = advertised;
        this.voters = voters;
        Path settings = folder.resolve("broker-" + id + ".properties");
        this.child = new Child("broker-" + id, folder, 320, options, "kafka.Kafka", settings.toString());
        prepare(settings);
    }

    Child child() {
        return child;
    }

    int id() {
        return id;
    }

    private void prepare(Path file) {
        Properties settings = settings();
        try (var out = Files.newBufferedWriter(file);
                PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            settings.store(out, null);
            Files.createDirectories(data);
            new Formatter()
                    .setPrintStream(nowhere)
                    .setNodeId(id)
                    .setClusterId(CLUSTER)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .run();
        } catch (IOException e) {
            throw new IllegalStateException("broker " + id + " can't be set up in " + data, e);
        } catch (Exception e) {
            throw new IllegalStateException(data + " can't be formatted", e);
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(id));
        settings.put("log.dirs", data.toString());
        settings.put("listeners", addresses(listeners));
        settings.put("advertised.listeners", addresses(advertised));
        settings.put(
                "listener.security.protocol.map",
                String.join(
                        ",",
                        listeners.keySet().stream()
                                .map(name -> name + ":PLAINTEXT")
                                .toList()));
        settings.put("inter.broker.listener.name", "PEERS");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", voters);
        replicated(settings);
        small(settings);
        return settings;
    }

    private static void replicated(Properties settings) {
        settings.put("default.replication.factor", "3");
        settings.put("min.insync.replicas", "2");
        settings.put("offsets.topic.replication.factor", "3");
        settings.put("transaction.state.log.replication.factor", "3");
        settings.put("transaction.state.log.min.isr", "2");
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        settings.put("replica.fetch.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
    }

    private static void small(Properties settings) {
        settings.put("offsets.topic.num.partitions", "6");
        settings.put("transaction.state.log.num.partitions", "6");
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        settings.put("log.index.size.max.bytes", Integer.toString(256 << 10));
        settings.put("offsets.topic.segment.bytes", Integer.toString(16 << 20));
        settings.put("transaction.state.log.segment.bytes", Integer.toString(16 << 20));
    }

    private static String addresses(Map<String, Integer> ports) {
        return String.join(
                ",",
                ports.entrySet().stream()
                        .map(entry -> entry.getKey() + "://127.0.0.1:" + entry.getValue())
                        .toList());
    }
}

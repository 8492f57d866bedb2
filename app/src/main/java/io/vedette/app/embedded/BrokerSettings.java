package io.vedette.app.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The embedded broker's configuration: a single node, little memory, few threads, soon up again. */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String CLIENT_LISTENER = "PLAINTEXT";
    /** Records of 2 MB and what Kafka wraps around them. */
    private static final int MAX_MESSAGE_BYTES = 2_500_000;

    private BrokerSettings() {}

    static Map<String, String> of(Path directory, Ports ports) {
        Map<String, String> settings = new HashMap<>();
        settings.put("log.dirs", directory.toString());
        listeners(settings, ports);
        singleNode(settings);
        soonUpAgain(settings);
        soonInTheNextTransaction(settings);
        small(settings);
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", String.valueOf(MAX_MESSAGE_BYTES));
        settings.put("replica.fetch.max.bytes", String.valueOf(MAX_MESSAGE_BYTES));
        return settings;
    }

    /** The controller alone, on the same folder: for what must be put in order before the broker starts. */
    static Map<String, String> ofController(Path directory, Ports ports) {
        Map<String, String> settings = of(directory, ports);
        settings.put("process.roles", "controller");
        settings.put("listeners", CONTROLLER_LISTENER + "://127.0.0.1:" + ports.controller());
        settings.remove("advertised.listeners");
        settings.remove("inter.broker.listener.name");
        return settings;
    }

    private static void listeners(Map<String, String> settings, Ports ports) {
        String client = CLIENT_LISTENER + "://127.0.0.1:" + ports.broker();
        settings.put("listeners", client + "," + CONTROLLER_LISTENER + "://127.0.0.1:" + ports.controller());
        settings.put("advertised.listeners", client);
        settings.put(
                "listener.security.protocol.map", CLIENT_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", CLIENT_LISTENER);
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        // Static voters stand in the configuration, not in the log: another port at the next start does no harm.
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + ports.controller());
    }

    private static void singleNode(Map<String, String> settings) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE_ID));
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".num.partitions", "4");
            settings.put(topic + ".replication.factor", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.min.session.timeout.ms", "1000");
    }

    /**
     * The controlled shutdown, Kafka's default, matters here: it leaves all partitions without a leader, so that no
     * coordinator of transactions is loaded before the broker is back; see {@link FormerSelf}.
     */
    private static void soonUpAgain(Map<String, String> settings) {
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    }

    /**
     * A record that comes while the transaction before is still being closed waits at the broker for a moment or two, rather
     * than be refused and sent again.
     */
    private static void soonInTheNextTransaction(Map<String, String> settings) {
        settings.put("add.partitions.to.txn.retry.backoff.ms", "5");
        settings.put("add.partitions.to.txn.retry.backoff.max.ms", "1000");
    }

    private static void small(Map<String, String> settings) {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 << 20));
        settings.put("log.index.size.max.bytes", String.valueOf(1 << 20));
        settings.put("log.segment.bytes", String.valueOf(128 << 20));
    }
}

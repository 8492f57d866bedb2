package io.vedette.app.allinone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Turns off loggers that warn of what is no trouble on a single node that starts, stops and starts again. */
public final class Noise {

    /** Tells of each group's partition that its leader is away, which it is while the broker registers again. */
    private static final List<String> OF_THE_BROKER = List.of(
            "org.apache.kafka.coordinator.common.runtime.CoordinatorRuntime",
            "org.apache.kafka.coordinator.transaction");

    /**
     * Calls a store corrupted whose partition never had a record, and makes it anew, empty; says that a temporary folder
     * is temporary.
     */
    private static final List<String> OF_THE_STREAMS = List.of(
            "org.apache.kafka.streams.processor.internals.ProcessorStateManager",
            "org.apache.kafka.streams.processor.internals.StateDirectory",
            "org.apache.kafka.streams.processor.internals.StreamThread",
            "org.apache.kafka.streams.processor.internals.TaskManager",
            "org.apache.kafka.clients.consumer.internals");

    private Noise() {}

    /** The embedded broker's; after logging was set up. */
    public static void silenceBroker() {
        silence(OF_THE_BROKER);
    }

    /** The topologies', for a demonstration. */
    public static void silenceStreams() {
        silence(OF_THE_STREAMS);
    }

    private static void silence(List<String> loggers) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        loggers.forEach(logger -> context.getLogger(logger).setLevel(Level.OFF));
    }
}

package io.vedette.runtime.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import io.vedette.runtime.config.LoggingConfig;
import io.vedette.runtime.config.LoggingConfig.Format;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets logging up, in the program instead of a file, since it comes from the one configuration. */
public final class Logging {
    /** A trace is named where lines are kept, not to whoever looks at them as they come. */
    private static final String PLAIN = "%d{HH:mm:ss.SSS} %-5level %-28logger{28} %msg%replace( %kvp){'^ $', ''}"
            + "%replace( trace_id=%X{trace_id}){'^ trace_id=$', ''}%n%rEx";

    private static final String COLOURED =
            "%gray(%d{HH:mm:ss.SSS}) %highlight(%-5level) %cyan(%-28logger{28}) %msg%gray(%replace( %kvp){'^ $', ''})%n%rEx";

    /** Loggers that say at INFO or WARN what only their authors need to know. */
    private static final Map<String, Level> QUIET = Map.ofEntries(
            Map.entry("org.apache.kafka", Level.WARN),
            // prints every setting at INFO and every unknown pass-through key at WARN
            Map.entry("org.apache.kafka.clients.consumer.ConsumerConfig", Level.ERROR),
            Map.entry("org.apache.kafka.clients.producer.ProducerConfig", Level.ERROR),
            Map.entry("org.apache.kafka.clients.admin.AdminClientConfig", Level.ERROR),
            Map.entry("org.apache.kafka.streams.StreamsConfig", Level.ERROR),
            // warns of every attempt at a broker that is away, several times a second
            Map.entry("org.apache.kafka.clients.NetworkClient", Level.ERROR),
            Map.entry("org.apache.kafka.common.utils.AppInfoParser", Level.ERROR),
            Map.entry("io.confluent", Level.WARN),
            Map.entry("org.eclipse.jetty", Level.WARN),
            Map.entry("io.javalin", Level.WARN));

    private Logging() {}

    /**
     * Logs to standard error as configured; replaces what was set up before.
     *
     * @param config format and levels
     * @param terminal whether standard error is a terminal that shows colours
     */
    public static void setUp(LoggingConfig config, boolean terminal) {
        setUp(config, Map.of(), terminal);
    }

    /**
     * The same.
     *
     * @param about what the lines of this process say of it, if they are JSON: in {@code context.properties}
     */
    public static void setUp(LoggingConfig config, Map<String, String> about, boolean terminal) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        about.forEach(context::putProperty);
        TraceAppender appender = new TraceAppender();
        appender.setContext(context);
        appender.setName("stderr");
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context, config.format(), terminal));
        appender.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        root.setLevel(Level.convertAnSLF4JLevel(config.level()));
        levels(context, config);
    }

    private static void levels(LoggerContext context, LoggingConfig config) {
        QUIET.forEach((logger, level) -> context.getLogger(logger).setLevel(level));
        config.levels()
                .forEach((logger, level) -> context.getLogger(logger).setLevel(Level.convertAnSLF4JLevel(level)));
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, Format format, boolean terminal) {
        Encoder<ILoggingEvent> encoder = format == Format.JSON ? json() : text(terminal);
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static JsonEncoder json() {
        JsonEncoder encoder = new JsonEncoder();
        // beside the message with its gaps, which is the same for all lines of its sort
        encoder.setWithFormattedMessage(true);
        encoder.setWithNanoseconds(false);
        encoder.setWithSequenceNumber(false);
        return encoder;
    }

    private static PatternLayoutEncoder text(boolean terminal) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(terminal ? COLOURED : PLAIN);
        return encoder;
    }
}

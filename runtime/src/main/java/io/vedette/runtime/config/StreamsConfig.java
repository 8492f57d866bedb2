package io.vedette.runtime.config;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the services that are Kafka Streams applications have in common. */
public sealed interface StreamsConfig permits EnrichConfig, AlertsConfig {

    /** Kafka's {@code application.id}: the consumer group and the start of the names of internal topics. */
    String applicationId();

    /** Kafka's {@code num.stream.threads}. */
    int threads();

    ProcessingGuarantee processingGuarantee();

    /** How often results are committed; the largest part of the time to alert. */
    Duration commitInterval();

    /** Copies of the state that other instances keep ready. */
    int standbyReplicas();

    /** The folder of the local state; a folder below it is named after the application id. */
    Path stateDir();

    /** The name of this instance for static membership ({@code group.instance.id}); null for dynamic membership. */
    @Nullable
    String instanceId();

    /** The largest value that is written, in bytes; a larger one sheds parts of itself first. */
    int recordLimitBytes();
}

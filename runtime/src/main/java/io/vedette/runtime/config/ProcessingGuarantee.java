package io.vedette.runtime.config;

import java.util.Locale;

/** What Kafka Streams promises; its own names in upper case. */
public enum ProcessingGuarantee {
    /** Every record counts once, also when a process dies. */
    EXACTLY_ONCE_V2,
    /** A little faster; records may count twice when a process dies. */
    AT_LEAST_ONCE;

    /** The value of Kafka's {@code processing.guarantee}. */
    public String kafkaName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.vedette.runtime.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it goes, as it was a few seconds ago.  What could not be had is null, not zero.
 *
 * @param version of this process
 * @param at when this was found
 * @param kafka whether Kafka answered; if not, what it alone knows is null
 * @param services those of this process
 * @param groups the consumer groups of all services, wherever they run
 * @param lag how far each group is behind
 * @param timeToAlert of the alerts that this instance has measured; null if there were none of late
 * @param rates what came in the last minutes
 * @param deadLetters what lies in the topics of dead letters
 * @param canary of this instance; null if none fly
 */
record SystemView(
        String version,
        Instant at,
        Up kafka,
        List<ServiceView> services,
        @Nullable List<GroupView> groups,
        @Nullable List<Lag> lag,
        @Nullable Latency timeToAlert,
        Rates rates,
        @Nullable List<DeadLetterCount> deadLetters,
        Pulse.@Nullable Canary canary) {

    /**
     * Whether something can work.
     *
     * @param detail why not, or a remark; null if there is nothing to say
     */
    record Up(boolean up, @Nullable String detail) {}

    /** A part of a service. */
    record ComponentView(String name, boolean up, @Nullable String detail) {}

    /** @param ready whether all its components can work */
    record ServiceView(String name, boolean ready, List<ComponentView> components) {}

    /**
     * A consumer group.
     *
     * @param state as Kafka calls it: Stable, PreparingRebalance, Empty, ...; null if there is no such group
     * @param members how many consumers it has
     */
    record GroupView(String group, @Nullable String state, int members) {}

    /** @param records between what the group has committed and the end of the topic, transaction markers included */
    record Lag(String group, String topic, long records) {}

    /**
     * How long alerts took, from the append of the article until a subscriber sees it, in milliseconds.
     *
     * @param alerts how many were measured
     * @param since from when on
     */
    record Latency(double p50, double p95, double p99, long alerts, Instant since) {}

    /**
     * How many a second.
     *
     * @param articles accepted; null if this instance does not know
     * @param alerts raised; null if this instance does not know
     * @param seconds over so long
     */
    record Rates(@Nullable Double articles, @Nullable Double alerts, long seconds) {}

    /**
     * A topic of dead letters.
     *
     * @param records that lie in it, marks of those that were sent once more and of transactions included
     * @param oldest time of the first; null if it is empty
     */
    record DeadLetterCount(
            String topic, long records, @Nullable Instant oldest) {}
}

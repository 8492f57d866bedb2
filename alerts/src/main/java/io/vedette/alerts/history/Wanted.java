package io.vedette.alerts.history;

import io.vedette.alerts.overtime.Rule;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.text.watch.query.OverTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/**
 * A watch that is to be filled.
 *
 * @param savedAt when it was saved: what was over by then it does not tell
 * @param at where it stands in the topic of watches
 * @param offset and at which offset
 */
record Wanted(CompiledWatch watch, Rule rule, Instant savedAt, TopicPartition at, long offset) {

    static Wanted of(CompiledWatch watch, Instant savedAt, TopicPartition at, long offset) {
        OverTime asked = Objects.requireNonNull(watch.query().overTime(), "a watch that counts nothing over time");
        return new Wanted(watch, Rule.of(asked), savedAt, at, offset);
    }

    String id() {
        return watch.watch().getId();
    }

    /** From when on articles matter to it, unless they go back further than that limit. */
    Instant from(Duration limit) {
        Duration lookBack = rule.lookBack();
        return savedAt.minus(lookBack.compareTo(limit) < 0 ? lookBack : limit);
    }

    /** When it comes into force; articles before that do not count, and those that are retained are all before. */
    boolean isAhead() {
        Instant validFrom = watch.options().validFrom();
        return validFrom != null && validFrom.isAfter(savedAt);
    }

    /** The same, saved then at the earliest. */
    Wanted savedFrom(Instant earliest) {
        return savedAt.isBefore(earliest) ? new Wanted(watch, rule, earliest, at, offset) : this;
    }
}

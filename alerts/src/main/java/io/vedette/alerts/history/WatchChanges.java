package io.vedette.alerts.history;

import io.vedette.alerts.overtime.History;
import io.vedette.alerts.retained.RetainedValue;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Watch;
import io.vedette.schemas.WatchHistory;
import io.vedette.text.watch.QueryCompiler;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Which records of the topic of watches change what a watch counts over time.  A title does not, nor does a query that is
 * only written otherwise.  Records are taken by one thread; any may ask.
 */
final class WatchChanges {

    /** Spares the others from being compiled; nobody minds if it lets one through. */
    private static final Pattern MAY_COUNT =
            Pattern.compile("\\b(COUNT|SPIKE|FIRST|FOLLOWED|SILENCE|CORROBORATED|CONFLICT)\\b");

    private final Topic<String, Watch> topic;
    private final QueryCompiler queries;
    private final Map<String, Counted> known = new ConcurrentHashMap<>();

    /** What decides what a watch counts. */
    private record Counted(
            String queryKey,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {

        static Counted of(CompiledWatch watch) {
            return new Counted(
                    watch.queryKey(),
                    watch.options().validFrom(),
                    watch.options().validUntil());
        }
    }

    /**
     * What a record comes to.
     *
     * @param ended what is to be told of a watch that counts no more; null for nothing
     * @param wanted what is to be filled; null for nothing
     */
    record Change(@Nullable WatchHistory ended, @Nullable Wanted wanted) {}

    /** @param queries compiles the queries */
    WatchChanges(Topic<String, Watch> topic, QueryCompiler queries) {
        this.topic = topic;
        this.queries = queries;
    }

    /**
     * Takes the next record.
     *
     * @return null if it changes nothing
     */
    @Nullable
    Change take(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return null;
        }
        String id = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            known.remove(id);
            return new Change(History.gone(id, record.offset()), null);
        }
        Watch watch = RetainedValue.of(topic, record);
        if (watch == null) {
            return null;
        }
        watch.setId(id);
        try {
            return take(id, watch, record);
        } catch (IllegalArgumentException e) {
            // no watch, as whoever reads them to match has reported: what was known stays
            return null;
        }
    }

    private @Nullable Change take(String id, Watch watch, ConsumerRecord<byte[], byte[]> record) {
        CompiledWatch compiled =
                watch.getEnabled() && MAY_COUNT.matcher(watch.getQuery()).find()
                        ? CompiledWatch.of(watch, queries)
                        : null;
        if (compiled == null || compiled.query().overTime() == null) {
            return known.remove(id) == null ? null : new Change(History.stale(id, record.offset()), null);
        }
        Counted now = Counted.of(compiled);
        Counted before = known.put(id, now);
        if (now.equals(before)) {
            return null;
        }
        Wanted wanted = Wanted.of(
                compiled,
                Instant.ofEpochMilli(record.timestamp()),
                new TopicPartition(record.topic(), record.partition()),
                record.offset());
        return new Change(null, wanted);
    }

    /** Whether a watch still asks what it did then. */
    boolean isCurrent(Wanted wanted) {
        return Objects.equals(known.get(wanted.id()), Counted.of(wanted.watch()));
    }
}

package io.vedette.alerts.watch;

import io.vedette.runtime.streams.Trouble;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Watch;
import io.vedette.text.watch.QueryCompiler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the records of the watches topic come to, one after the other.  A record that makes no watch is reported, counted
 * and skipped: what was known of that watch before stays.  Once there are other names, all are compiled anew, those that made
 * no watch as well.  For one thread.
 */
final class WatchLog {

    private static final Logger LOG = LoggerFactory.getLogger(WatchLog.class);

    private final Topic<String, Watch> topic;
    private final Supplier<QueryCompiler> queries;
    private final Watches watches = Watches.empty();

    /** The keys whose newest record makes no watch; keys are not told apart where there is none. */
    private final Set<String> invalid = new HashSet<>();

    /** Of these, those that can be read but not compiled, by id: with other names they may be. */
    private final Map<String, Watch> refused = new HashMap<>();

    /** Compiles watches until there are other names; null before the first. */
    private @Nullable QueryCompiler compiler;

    /** The ids of those that were compiled with other names than the compiler's. */
    private final Deque<String> old = new ArrayDeque<>();

    /** @param queries what compiles them at the moment; equal ones as long as the names are the same */
    WatchLog(Topic<String, Watch> topic, Supplier<QueryCompiler> queries) {
        this.topic = topic;
        this.queries = queries;
    }

    /**
     * Compiles some of the watches that were compiled with other names than those of the moment.  One that the new names make
     * none stays as it is in force, and is reported and counted.
     *
     * @param most how many at most
     * @return whether there are more
     */
    boolean renew(int most) {
        QueryCompiler now = queries.get();
        if (compiler != null && !now.equals(compiler)) {
            old.clear();
            watches.all().forEach(watch -> old.add(watch.id()));
            refused.keySet().stream().filter(id -> watches.get(id).isEmpty()).forEach(old::add);
            LOG.atInfo().addKeyValue("watches", old.size()).log("compiling all watches, for names have changed");
        }
        compiler = now;
        for (int done = 0; done < most && !old.isEmpty(); done++) {
            renew(old.remove(), now);
            if (old.isEmpty()) {
                LOG.atInfo()
                        .addKeyValue("watches", watches.size())
                        .addKeyValue("invalid", invalid.size())
                        .log("compiled all watches with the new names");
            }
        }
        return !old.isEmpty();
    }

    private void renew(String id, QueryCompiler now) {
        Watch newest = refused.get(id);
        Watch watch = newest != null
                ? newest
                : watches.get(id).map(CompiledWatch::watch).orElse(null);
        if (watch == null) {
            return; // deleted since
        }
        try {
            watches.put(CompiledWatch.of(watch, now));
            if (refused.remove(id) != null) {
                invalid.remove(id);
            }
        } catch (RuntimeException e) {
            refused.put(id, watch);
            invalid.add(id);
            LOG.atWarn()
                    .addKeyValue("watch", id)
                    .log("a watch can't be compiled with the new names: {}", Trouble.describe(e));
        }
    }

    /**
     * Applies one record.
     *
     * @throws SerializationException if the record can't be read now, since the registry does not answer, but may be later
     */
    void apply(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            skip(record, "", "it has no key; the key must be the id of the watch");
            return;
        }
        String id = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            watches.remove(id);
            invalid.remove(id);
            refused.remove(id);
            return;
        }
        refused.remove(id);
        try {
            Watch watch = topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
            watch.setId(id);
            refused.put(id, watch);
            watches.put(CompiledWatch.of(watch, queries.get()));
            refused.remove(id);
            invalid.remove(id);
        } catch (RuntimeException e) {
            if (Trouble.ofSurroundings(e)) {
                throw e;
            }
            skip(record, id, Trouble.describe(e));
        }
    }

    /** Always the same, which follows what is applied. */
    Watches watches() {
        return watches;
    }

    /** How many watches have a newest record that makes none. */
    int invalid() {
        return invalid.size();
    }

    private void skip(ConsumerRecord<byte[], byte[]> record, String id, String problem) {
        invalid.add(id);
        LOG.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("watch", id)
                .log("skipped a record that makes no watch: {}", problem);
    }
}

package io.vedette.ingest.source;

import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.topic.TopicFollower;
import io.vedette.schemas.SourceState;
import io.vedette.schemas.Topic;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/** How each source does, whoever polls it: follows the topic of states as {@link SourceStore} does that of sources. */
public final class SourceStates implements Component, AutoCloseable {

    private final ConcurrentMap<String, SourceState> states = new ConcurrentHashMap<>();
    private final TopicFollower<SourceState> follower;

    /** @param consumers makes a consumer that reads committed records only and has no group */
    public SourceStates(Topic<String, SourceState> topic, Supplier<Consumer<byte[], byte[]>> consumers) {
        follower = new TopicFollower<>("source-states", topic, consumers, this::apply);
    }

    /** Begins to read, on a thread of its own. */
    public void start() {
        follower.start();
    }

    /** Done once everything has been read that was on the topic when reading began; cancelled by {@link #close}. */
    public CompletableFuture<Void> caughtUp() {
        return follower.caughtUp();
    }

    /** The newest state, not to be changed; none if nobody has polled the source yet. */
    public Optional<SourceState> get(String sourceId) {
        return Optional.ofNullable(states.get(sourceId));
    }

    @Override
    public String name() {
        return "source-states";
    }

    @Override
    public CheckResult check() {
        return follower.check(states.size() + " states");
    }

    @Override
    public void close() {
        follower.close();
    }

    private void apply(String id, @Nullable SourceState state, int partition, long offset) {
        if (state == null) {
            states.remove(id);
        } else {
            state.setSourceId(id);
            states.put(id, state);
        }
    }
}

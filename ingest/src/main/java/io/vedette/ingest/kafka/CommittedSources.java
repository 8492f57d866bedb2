package io.vedette.ingest.kafka;

import io.vedette.ingest.kafka.Changes.SourcedArticle;
import io.vedette.schemas.IngestProgress;
import io.vedette.schemas.SourceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is committed of the sources of one writer.  One thread changes it, any may read it.
 *
 * <p>It remembers whom it was asked about: whatever those were told is what they go on from, so that no other process may
 * have changed it meanwhile.
 */
final class CommittedSources {

    private final String writer;
    private final Map<String, IngestProgress> progress = new ConcurrentHashMap<>();
    private final Map<String, SourceState> states = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    /** @param writer its name, the source of submissions that name none */
    CommittedSources(String writer) {
        this.writer = writer;
    }

    /** As Kafka has it when the writer comes up. */
    void begin(Map<String, IngestProgress> foundProgress, Map<String, SourceState> foundStates) {
        progress.clear();
        progress.putAll(foundProgress);
        states.clear();
        states.putAll(foundStates);
    }

    synchronized Optional<IngestProgress> progress(String sourceId) {
        asked.add(sourceId);
        return get(progress, sourceId);
    }

    Optional<SourceState> state(String sourceId) {
        return get(states, sourceId);
    }

    Set<String> withState() {
        return Set.copyOf(states.keySet());
    }

    /** What a transaction of these submissions writes. */
    Changes after(List<Submission> batch, Instant now) {
        List<SourcedArticle> articles = new ArrayList<>();
        List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>();
        Map<String, Optional<IngestProgress>> newProgress = new LinkedHashMap<>();
        Map<String, Optional<SourceState>> newStates = new LinkedHashMap<>();
        for (Submission step : batch) {
            String id = step.sourceId() == null ? writer : step.sourceId();
            asked.add(id);
            for (int i = 0; i < step.articles().size(); i++) {
                articles.add(new SourcedArticle(id, step.articles().get(i), step.trace(i)));
            }
            letters.addAll(step.deadLetters());
            if (step.forgotten()) {
                newProgress.put(id, Optional.empty());
                newStates.put(id, Optional.empty());
            }
            if (step.isStep()) {
                Optional<IngestProgress> before = newProgress.getOrDefault(id, get(progress, id));
                newProgress.put(id, Optional.of(after(before.orElse(null), step, id, now)));
            }
            if (step.state() != null) {
                newStates.put(id, Optional.of(step.state()));
            }
        }
        return new Changes(articles, newProgress, newStates, letters);
    }

    /** They are committed. */
    void apply(Changes changes) {
        changes.progress().forEach((id, value) -> put(progress, id, value));
        changes.states().forEach((id, value) -> put(states, id, value));
        changes.progress().forEach((id, value) -> {
            if (value.isEmpty()) {
                asked.remove(id);
            }
        });
    }

    /**
     * Learns from what Kafka has whether a transaction of unknown outcome was committed.  States are not looked at: to write
     * one again does no harm.
     *
     * @throws SourceMovedException if another process has written in a source that somebody here goes on from
     */
    synchronized boolean isWritten(Changes pending, Map<String, IngestProgress> found) {
        Set<String> step = pending.progress().keySet();
        if (!asked.stream().filter(id -> !step.contains(id)).allMatch(id -> isAsBefore(id, found))) {
            throw new SourceMovedException(writer);
        }
        boolean written = !step.stream().allMatch(id -> isAsBefore(id, found));
        if (written
                && !step.stream()
                        .allMatch(id -> get(found, id).equals(pending.progress().get(id)))) {
            throw new SourceMovedException(writer);
        }
        progress.keySet().retainAll(asked);
        found.forEach(progress::putIfAbsent);
        return written;
    }

    private boolean isAsBefore(String id, Map<String, IngestProgress> found) {
        return get(progress, id).equals(get(found, id));
    }

    private static IngestProgress after(@Nullable IngestProgress before, Submission step, String id, Instant now) {
        String known = before == null ? "" : before.getPosition();
        long read = before == null ? 0 : before.getRead();
        long rejected = before == null ? 0 : before.getRejected();
        return new IngestProgress(
                id,
                step.position() == null ? known : step.position(),
                read + step.read(),
                rejected + step.rejected(),
                step.finished(),
                now);
    }

    private static <V> Optional<V> get(Map<String, V> map, String id) {
        return Optional.ofNullable(map.get(id));
    }

    private static <V> void put(Map<String, V> map, String id, Optional<V> value) {
        value.ifPresentOrElse(present -> map.put(id, present), () -> map.remove(id));
    }
}

package io.vedette.alerts.topology;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.vedette.runtime.trace.TraceHeaders;
import io.vedette.runtime.trace.TraceNames;
import io.vedette.runtime.trace.Tracing;
import io.vedette.runtime.trace.Work;
import io.vedette.schemas.Match;
import io.vedette.schemas.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * Brings each match together with the story of its article, which comes by another way and mostly a little later.  A match
 * waits for so long in stream time and then goes on without.  A heartbeat lets those go, and itself goes on as a mark of
 * progress to every partition of the matches: behind it there is nothing older that could still come from here.
 */
final class AwaitStory extends ContextualProcessor<@Nullable String, Arrival, String, Match> {

    static final String WAITING = "waiting-matches";
    static final String DEADLINES = "waiting-articles";
    static final String STORIES = "recent-stories";

    /** A story may be read so long before its article is, when many are caught up on. */
    static final Duration STORY_MEMORY = Duration.ofHours(1);

    private static final HexFormat HEX = HexFormat.of();
    private static final int TIME_DIGITS = 16;

    private final Duration patience;
    private final AlertMetrics metrics;
    private final Tracing tracing;

    /** Deadline, article and number -> match. */
    private @Nullable KeyValueStore<String, Match> waiting;
    /** Article -> its deadline. */
    private @Nullable KeyValueStore<String, Long> deadlines;

    private @Nullable WindowStore<String, Story> stories;

    /** No match's deadline is before it; looked up in the store when that is new to us. */
    private long earliest;

    /** @param patience how long a match waits for its story */
    AwaitStory(Duration patience, AlertMetrics metrics, Tracing tracing) {
        this.tracing = tracing;
        this.patience = patience;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Match> context) {
        super.init(context);
        waiting = context.getStateStore(WAITING);
        deadlines = context.getStateStore(DEADLINES);
        stories = context.getStateStore(STORIES);
        earliest = 0;
    }

    @Override
    public void process(Record<@Nullable String, Arrival> record) {
        letGo(context().currentStreamTimeMs());
        if (record.value() instanceof Arrival.Matched matched) {
            matched(String.valueOf(record.key()), matched.matches());
        } else if (record.value() instanceof Arrival.Told told) {
            told(String.valueOf(record.key()), told.story(), record);
        } else {
            int partition = context().taskId().partition();
            context().forward(marker(partition, record.timestamp()));
        }
    }

    private void matched(String articleId, List<Match> matches) {
        if (matches.get(0).getCorrection() != null) {
            // tagged again long after: it has its story with it
            matches.forEach(match -> forward(match, match.getStory(), Context.root()));
            return;
        }
        long at = matches.get(0).getAt().toEpochMilli();
        Story story = storyOf(articleId, at);
        if (story != null) {
            matches.forEach(match -> forward(match, story, Context.root()));
            return;
        }
        long deadline = context().currentStreamTimeMs() + patience.toMillis();
        for (int i = 0; i < matches.size(); i++) {
            opened(waiting).put(waitingKey(deadline, articleId) + HEX.toHexDigits(i), matches.get(i));
        }
        opened(deadlines).put(articleId, deadline);
        earliest = Math.min(earliest, deadline);
    }

    private void told(String articleId, Story story, Record<?, ?> record) {
        Long deadline = opened(deadlines).get(articleId);
        if (deadline != null) {
            String key = waitingKey(deadline, articleId);
            release(range(key, key + "~"), story, TraceHeaders.read(record.headers()));
        }
        opened(stories).put(articleId, story, record.timestamp());
    }

    private void letGo(long now) {
        if (now <= earliest) {
            return;
        }
        List<KeyValue<String, Match>> overdue = range("", HEX.toHexDigits(now));
        overdue.forEach(entry -> metrics.withoutStory());
        release(overdue, null, Context.root());
        earliest = next();
    }

    private long next() {
        try (KeyValueIterator<String, Match> left = opened(waiting).all()) {
            return left.hasNext() ? HexFormat.fromHexDigitsToLong(left.peekNextKey(), 0, TIME_DIGITS) : Long.MAX_VALUE;
        }
    }

    private void release(List<KeyValue<String, Match>> entries, @Nullable Story story, Context told) {
        for (KeyValue<String, Match> entry : entries) {
            forward(entry.value, story, told);
            opened(waiting).delete(entry.key);
            opened(deadlines).delete(entry.value.getAlert().getArticleId());
        }
    }

    /** @param told the trace of the story, if that is what the match waited for */
    private void forward(Match match, @Nullable Story story, Context told) {
        match.setStory(story);
        if (tracing.isOn() && told != Context.root()) {
            Context own = TraceHeaders.read(match.getTraceparent());
            try (Work joining = tracing.step("join story", SpanKind.INTERNAL, own, List.of(told))
                    .note(TraceNames.WATCH, match.getWatchId())) {
                match.setTraceparent(joining.traceparent());
            }
        }
        context().forward(new Record<>(match.getWatchId(), match, match.getAt().toEpochMilli()));
    }

    private @Nullable Story storyOf(String articleId, long at) {
        // the story carries the time of its article; a repeated article may be a little off
        long slack = STORY_MEMORY.toMillis();
        Story newest = null;
        try (WindowStoreIterator<Story> known = opened(stories).fetch(articleId, Math.max(0, at - slack), at + slack)) {
            while (known.hasNext()) {
                newest = known.next().value;
            }
        }
        return newest;
    }

    private List<KeyValue<String, Match>> range(String from, String to) {
        List<KeyValue<String, Match>> found = new ArrayList<>();
        try (KeyValueIterator<String, Match> entries = opened(waiting).range(from, to)) {
            entries.forEachRemaining(found::add);
        }
        return found;
    }

    private static Record<String, Match> marker(int partition, long timestamp) {
        return new Record<>(
                ToPartitions.MARKER_KEY,
                io.vedette.alerts.signal.Signal.progress(partition, Instant.ofEpochMilli(timestamp)),
                timestamp);
    }

    private static String waitingKey(long deadline, String articleId) {
        return HEX.toHexDigits(deadline) + articleId + '/';
    }

    private static <T> T opened(@Nullable T store) {
        if (store == null) {
            throw new IllegalStateException("init was not called");
        }
        return store;
    }
}

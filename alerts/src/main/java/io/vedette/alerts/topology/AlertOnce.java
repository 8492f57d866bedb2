package io.vedette.alerts.topology;

import io.vedette.alerts.signal.AlertId;
import io.vedette.alerts.signal.Signal;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.WatchSnapshot;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.Feedback;
import io.vedette.schemas.Match;
import io.vedette.schemas.Story;
import io.vedette.schemas.WatchUpdates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * One alert for a watch and a story; after it an update when there is something new to say, and for all other articles of
 * the story nothing but higher counts.  Writes down what people say to its alerts.
 *
 * <p>State is written after forwarding: if the record fails, nothing remembers it as done.
 */
final class AlertOnce extends ContextualProcessor<String, Signal, String, Signal> {

    private final Supplier<WatchSnapshot> watches;
    private final AlertingSettings settings;
    private final Novelty novelty;
    private final AlertMetrics metrics;
    private @Nullable StoryMemory memory;

    /** @param watches says which updates a watch wants */
    AlertOnce(Supplier<WatchSnapshot> watches, AlertingSettings settings, AlertMetrics metrics) {
        this.watches = watches;
        this.settings = settings;
        this.novelty = new Novelty(settings.casualtySteps());
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Signal> context) {
        super.init(context);
        memory = new StoryMemory(context.getStateStore(StoryMemory.NAME), settings.memory());
    }

    @Override
    public void process(Record<String, Signal> record) {
        if (record.value() instanceof Signal.Matched matched) {
            matched(record, matched.match());
        } else {
            if (record.value() instanceof Signal.Said said) {
                said(record, said.feedback());
            }
            context().forward(record);
        }
    }

    private void matched(Record<String, Signal> record, Match match) {
        long now = context().currentStreamTimeMs();
        StoryMemory.Told told = memory().find(match.getWatchId(), stories(match), now);
        WatchUpdates updates = updates(match.getWatchId());
        Map<String, String> said = novelty.said(match, updates);
        if (told == null) {
            first(record, match, said.keySet(), now);
        } else {
            again(record, match, told, said, updates);
        }
    }

    private void first(Record<String, Signal> record, Match match, Set<String> said, long now) {
        String story = stories(match).get(0);
        Alert alert = alert(match, AlertId.NO_STEP);
        AlertState state = AlertState.newBuilder()
                .setAlertId(alert.getId())
                .setWatchId(match.getWatchId())
                .setStoryId(story)
                .setRaisedAt(Instant.ofEpochMilli(record.timestamp()))
                .setSeen(List.copyOf(said))
                .build();
        count(state, match, record.timestamp());
        context().forward(record.withValue(new Signal.Raised(alert, match.getTraceparent())));
        context().forward(record.withValue(new Signal.Stands(state)));
        memory().begin(match.getWatchId(), story, state, now);
    }

    private void again(
            Record<String, Signal> record,
            Match match,
            StoryMemory.Told told,
            Map<String, String> said,
            @Nullable WatchUpdates updates) {
        AlertState state = told.state();
        Set<String> news = novelty.news(said, state.getSeen(), updates);
        if (news.isEmpty()) {
            metrics.repeat();
        } else {
            metrics.update();
            Alert alert = update(match, state, news, said);
            state.setUpdates(state.getUpdates() + 1);
            state.setLastUpdateId(alert.getId());
            context().forward(record.withValue(new Signal.Raised(alert, match.getTraceparent())));
        }
        remember(state, said.keySet());
        count(state, match, record.timestamp());
        context().forward(record.withValue(new Signal.Stands(state)));
        memory().keep(told);
    }

    private Alert update(Match match, AlertState state, Set<String> news, Map<String, String> said) {
        Alert alert = alert(match, String.join("\n", news.stream().sorted().toList()));
        alert.setKind("UPDATE");
        alert.setUpdateOf(state.getAlertId());
        alert.setReasons(news.stream().map(said::get).filter(Objects::nonNull).toList());
        return alert;
    }

    private static Alert alert(Match match, String step) {
        Alert alert = match.getAlert();
        String story = stories(match).get(0);
        alert.setId(AlertId.of(match.getWatchId(), match.getQueryKey(), story, step));
        alert.setStoryId(story);
        Story known = match.getStory();
        alert.setStoryArticles(known == null ? 1 : known.getArticles());
        alert.setOutlets(known == null ? 1 : known.getOutlets());
        alert.setIndependentTexts(known == null ? 1 : known.getIndependentTexts());
        return alert;
    }

    /** The story of the article, and those that turned out to be the same. */
    private static List<String> stories(Match match) {
        Story story = match.getStory();
        if (story == null) {
            return List.of(match.getAlert().getArticleId());
        }
        List<String> stories = new ArrayList<>();
        stories.add(story.getStoryId());
        stories.addAll(story.getLinkedStories());
        return stories;
    }

    private static void count(AlertState state, Match match, long timestamp) {
        state.setMatches(state.getMatches() + 1);
        state.setLastArticleAt(Instant.ofEpochMilli(timestamp));
        Story story = match.getStory();
        state.setStoryArticles(Math.max(state.getStoryArticles(), story == null ? 1 : story.getArticles()));
        state.setOutlets(Math.max(state.getOutlets(), story == null ? 1 : story.getOutlets()));
        state.setIndependentTexts(
                Math.max(state.getIndependentTexts(), story == null ? 1 : story.getIndependentTexts()));
    }

    private void remember(AlertState state, Set<String> said) {
        List<String> seen = new ArrayList<>(state.getSeen());
        said.stream().filter(key -> !seen.contains(key)).forEach(seen::add);
        // a story that goes on and on says ever new things of which the oldest are no longer told apart
        state.setSeen(seen.subList(Math.max(0, seen.size() - settings.mostSeen()), seen.size()));
    }

    private void said(Record<String, Signal> record, Feedback feedback) {
        String alertId = feedback.getAlertId();
        String status = status(feedback);
        if (alertId == null || status == null) {
            return;
        }
        String story = feedback.getStoryId() == null ? alertId : feedback.getStoryId();
        long now = context().currentStreamTimeMs();
        StoryMemory.Told told = memory().find(feedback.getWatchId(), List.of(story), now);
        AlertState state = told == null
                ? AlertState.newBuilder()
                        .setAlertId(alertId)
                        .setWatchId(feedback.getWatchId())
                        .setStoryId(feedback.getStoryId())
                        .build()
                : told.state();
        state.setStatus(status);
        state.setReason(feedback.getReason());
        state.setNote(feedback.getNote());
        state.setWho(feedback.getWho());
        state.setAt(feedback.getAt());
        context().forward(record.withValue(new Signal.Stands(state)));
        if (told != null) {
            memory().keep(told);
        }
    }

    private static @Nullable String status(Feedback feedback) {
        return switch (feedback.getWhat()) {
            case "ACKNOWLEDGE" -> "ACKNOWLEDGED";
            case "REJECT" -> "REJECTED";
            default -> null;
        };
    }

    private @Nullable WatchUpdates updates(String watchId) {
        return watches.get()
                .get(watchId)
                .map(CompiledWatch::watch)
                .map(watch -> watch.getUpdates())
                .orElse(null);
    }

    private StoryMemory memory() {
        if (memory == null) {
            throw new IllegalStateException("init was not called");
        }
        return memory;
    }
}

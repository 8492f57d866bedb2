package io.vedette.alerts.topology;

import io.vedette.alerts.signal.Signal;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.Watches;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.Feedback;
import io.vedette.schemas.Match;
import io.vedette.schemas.WatchUpdates;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Raises alerts once per story, see {@link OncePerStory}, and writes down what people say to them.
 *
 * <p>State is written after forwarding: if the record fails, nothing remembers it as done.
 */
final class AlertOnce extends ContextualProcessor<String, Signal, String, Signal> {

    private static final String REOPEN = "REOPEN";
    private static final Set<String> OF_ALERTS = Set.of("ACKNOWLEDGE", "REJECT", REOPEN);
    private static final Set<String> ANSWERED = Set.of("ACKNOWLEDGED", "REJECTED");

    private final Supplier<Watches> watches;
    private final AlertingSettings settings;
    private final OncePerStory once;
    private final AlertMetrics metrics;
    private @Nullable StoryMemory memory;

    /** @param watches says which updates a watch wants */
    AlertOnce(Supplier<Watches> watches, AlertingSettings settings, AlertMetrics metrics) {
        this.watches = watches;
        this.settings = settings;
        this.once = new OncePerStory(settings);
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Signal> context) {
        super.init(context);
        memory = new StoredStories(context.getStateStore(StoryMemory.NAME), settings.memory());
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
        OncePerStory.Outcome outcome = match.getWithdrawn()
                ? once.withdraw(match, memory(), now)
                : once.tell(match, updates(match.getWatchId()), memory(), record.timestamp(), now);
        if (outcome == null) {
            return; // nothing was told that could be withdrawn
        }
        Alert alert = outcome.alert();
        if (alert == null) {
            metrics.repeat();
        } else {
            context().forward(record.withValue(new Signal.Raised(alert, match.getTraceparent())));
        }
        if (alert != null && alert.getUpdateOf() != null) {
            metrics.update();
        }
        context().forward(record.withValue(new Signal.Stands(outcome.told().state())));
        memory().keep(outcome.told());
    }

    private void said(Record<String, Signal> record, Feedback feedback) {
        String alertId = feedback.getAlertId();
        if (alertId == null || !OF_ALERTS.contains(feedback.getWhat())) {
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
        if (told != null && feedback.getWhat().equals(REOPEN) && !ANSWERED.contains(state.getStatus())) {
            return; // there is nothing to take back
        }
        state.setStatus(status(feedback, told));
        state.setReason(feedback.getReason());
        state.setNote(feedback.getNote());
        state.setWho(feedback.getWho());
        state.setAt(feedback.getAt());
        context().forward(record.withValue(new Signal.Stands(state)));
        if (told != null) {
            memory().keep(told);
        }
    }

    /** @param told what was known; null if nothing was */
    private static String status(Feedback feedback, StoryMemory.@Nullable Told told) {
        return switch (feedback.getWhat()) {
            case "ACKNOWLEDGE" -> "ACKNOWLEDGED";
            case "REJECT" -> "REJECTED";
            // while it was rejected, its last article may have been taken away from it
            default -> told != null && told.state().getMatches() == 0 ? Corrections.WITHDRAWN : "OPEN";
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

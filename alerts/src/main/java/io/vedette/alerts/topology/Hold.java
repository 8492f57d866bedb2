package io.vedette.alerts.topology;

import io.vedette.alerts.signal.Signal;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.Severity;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.trace.TraceHeaders;
import io.vedette.runtime.trace.TraceNames;
import io.vedette.runtime.trace.Tracing;
import io.vedette.runtime.trace.Work;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Feedback;
import io.vedette.schemas.WatchPace;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Lets out what may be told, and holds the rest: under embargo until its end, then as itself; for quiet hours, a throttle or
 * a digest until its time, then together.  A watch that somebody silenced says nothing, and later nothing of it.
 *
 * <p>Time is stream time, as the broker stamps articles and heartbeats: no machine's own clock can let an embargoed alert
 * out early.  What is held is dropped at its release if the watch is gone by then or switched off.
 *
 * <p>State is written after forwarding: if the record fails, nothing remembers it as done.
 */
final class Hold extends ContextualProcessor<String, Signal, String, Alert> {

    static final String PACES = "watch-paces";
    static final String SILENCES = "silences";

    /** So many at a time, lest one transaction take too long; the others wait for the next mark of progress. */
    static final int RELEASES_AT_ONCE = 1_000;

    static final String EMBARGO = "EMBARGO";

    private final Supplier<Watches> watches;
    private final AlertingSettings settings;
    private final Pace rules;
    private final AlertLimit limit;
    private final AlertMetrics metrics;
    private final String topic;
    private final Tracing tracing;

    private @Nullable HeldAlerts held;
    /** By watch id. */
    private @Nullable KeyValueStore<String, WatchPace> paces;
    /** By watch id: who silenced it, why and until when. */
    private @Nullable KeyValueStore<String, Feedback> silences;

    /**
     * @param watches says how a watch wants to be heard, and whether it is still there
     * @param topic where alerts go
     */
    Hold(Supplier<Watches> watches, AlertingSettings settings, AlertMetrics metrics, String topic, Tracing tracing) {
        this.topic = topic;
        this.tracing = tracing;
        this.watches = watches;
        this.settings = settings;
        this.rules = new Pace(settings);
        this.limit = new AlertLimit(settings.recordLimitBytes());
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        super.init(context);
        held = new HeldAlerts(context.getStateStore(HeldAlerts.NAME));
        paces = context.getStateStore(PACES);
        silences = context.getStateStore(SILENCES);
    }

    @Override
    public void process(Record<String, Signal> record) {
        Instant now = Instant.ofEpochMilli(context().currentStreamTimeMs());
        if (record.value() instanceof Signal.Raised raised) {
            raised(raised.alert(), record.timestamp(), raised.trace(), now);
        } else if (record.value() instanceof Signal.Said said) {
            said(said.feedback());
        } else if (record.value() instanceof Signal.Progress && opened(held).isAnythingDue(now)) {
            release(now);
        }
    }

    private void said(Feedback feedback) {
        if (feedback.getWhat().equals("SILENCE")) {
            opened(silences).put(feedback.getWatchId(), feedback);
        } else if (feedback.getWhat().equals("UNSILENCE")) {
            opened(silences).delete(feedback.getWatchId());
        }
    }

    private void raised(Alert alert, long timestamp, @Nullable String trace, Instant now) {
        Instant embargoUntil = alert.getEmbargoUntil();
        if (embargoUntil != null && embargoUntil.isAfter(now)) {
            metrics.held(EMBARGO);
            alert.setHeld(List.of(EMBARGO));
            opened(held).embargo(alert, embargoUntil);
        } else {
            tell(alert, timestamp, trace, now);
        }
    }

    private void tell(Alert alert, long timestamp, @Nullable String trace, Instant now) {
        String id = alert.getWatchId();
        if (isSilent(id, now)) {
            metrics.held("SILENCE");
            return;
        }
        CompiledWatch watch = watches.get().get(id).orElse(null);
        if (watch == null) {
            // gone since it matched: told as it would have been a moment earlier
            raise(alert, timestamp, trace);
            return;
        }
        WatchPace pace = paceOf(id);
        Instant overBudget = pace.getOverBudgetUntil();
        Pace.Wait wait = rules.take(pace, watch.options(), isCritical(alert), now);
        metrics.counted(id, pace);
        if (pace.getOverBudgetUntil() != null && !pace.getOverBudgetUntil().equals(overBudget)) {
            notice(watch, pace, now);
        }
        if (wait == null) {
            raise(alert, timestamp, trace);
        } else {
            hold(alert, pace, wait, now);
        }
        opened(paces).put(id, pace);
    }

    private void hold(Alert alert, WatchPace pace, Pace.Wait wait, Instant now) {
        metrics.held(wait.reason());
        boolean first = pace.getDigestDue() == null;
        Pace.hold(pace, wait, now);
        if (first) {
            opened(held).digestDue(alert.getWatchId(), wait.until());
        }
        if (pace.getHeld() <= settings.digestEntries()) {
            // a digest lists headlines; the clauses stay with the article and the query, which explain it again
            alert.setClauses(List.of());
            opened(held).entry(alert, pace.getHeld());
        }
    }

    private void notice(CompiledWatch watch, WatchPace pace, Instant now) {
        Alert notice = Digests.overBudget(
                watch.watch(),
                pace.getInDay() - 1,
                rules.budget(watch.options()),
                pace.getOverBudgetUntil(),
                settings.budgetDigest().toMinutes() + " minutes",
                now);
        raise(notice, now.toEpochMilli(), null);
    }

    private void release(Instant now) {
        List<HeldAlerts.Due> embargoes = opened(held).embargoesOver(now, RELEASES_AT_ONCE);
        for (HeldAlerts.Due due : embargoes) {
            if (isEnabled(due.alert().getWatchId())) {
                tell(due.alert(), now.toEpochMilli(), null, now);
            }
            opened(held).forget(due);
        }
        List<HeldAlerts.Due> digests = opened(held).digestsDue(now, RELEASES_AT_ONCE);
        digests.forEach(due -> digest(due, now));
        if (embargoes.size() < RELEASES_AT_ONCE && digests.size() < RELEASES_AT_ONCE) {
            opened(held).nothingMoreUntilNext();
        }
    }

    private void digest(HeldAlerts.Due due, Instant now) {
        String id = due.alert().getWatchId();
        WatchPace pace = paceOf(id);
        CompiledWatch watch =
                isEnabled(id) && !isSilent(id, now) ? watches.get().get(id).orElse(null) : null;
        Instant later = watch == null ? null : rules.postponed(watch, now);
        if (later != null) {
            pace.setDigestDue(later);
            opened(held).digestDue(id, later);
        } else {
            tellTogether(id, watch, pace, now);
        }
        opened(paces).put(id, pace);
        opened(held).forget(due);
    }

    /** @param watch null if it is not to speak any more */
    private void tellTogether(String id, @Nullable CompiledWatch watch, WatchPace pace, Instant now) {
        List<HeldAlerts.Due> entries = opened(held).entries(id);
        if (watch != null) {
            List<Alert> listed = entries.stream().map(HeldAlerts.Due::alert).toList();
            raise(limit.fit(Digests.digest(watch.watch(), pace, listed, now)), now.toEpochMilli(), null);
        }
        entries.forEach(entry -> opened(held).forget(entry));
        pace.setDigestDue(null);
        pace.setHeld(0);
        pace.setHeldSince(null);
        pace.setReasons(List.of());
    }

    private boolean isSilent(String watchId, Instant now) {
        Feedback silence = opened(silences).get(watchId);
        if (silence == null) {
            return false;
        }
        Instant until = silence.getUntil();
        if (until == null || now.isBefore(until)) {
            return true;
        }
        opened(silences).delete(watchId);
        return false;
    }

    private WatchPace paceOf(String watchId) {
        WatchPace known = opened(paces).get(watchId);
        return known == null ? WatchPace.newBuilder().build() : known;
    }

    private boolean isEnabled(String watchId) {
        return watches.get().enabled().get(watchId).isPresent();
    }

    private static boolean isCritical(Alert alert) {
        return alert.getSeverity().equals(Severity.CRITICAL.name());
    }

    private void raise(Alert alert, long timestamp, @Nullable String trace) {
        try (Work sending = tracing.send(topic, TraceHeaders.read(trace))
                .note(TraceNames.ALERT, alert.getId())
                .note(TraceNames.WATCH, alert.getWatchId())
                .note(TraceNames.KIND, alert.getKind())) {
            Headers headers = AlertHeaders.of(alert, timestamp, sending.context());
            context().forward(new Record<>(alert.getWatchId(), alert, timestamp, headers));
        }
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("init was not called");
        }
        return part;
    }
}

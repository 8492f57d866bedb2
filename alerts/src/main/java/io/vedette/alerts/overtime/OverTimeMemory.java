package io.vedette.alerts.overtime;

import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Match;
import io.vedette.schemas.OverTimeState;
import io.vedette.schemas.WatchHistory;
import io.vedette.text.watch.query.OverTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the operators over time of many watches in a store, and asks them when a match comes or time goes on.  For one
 * thread.
 *
 * <p>A new query says nothing until what the retained articles say of it has come; its matches are kept apart until then.
 * Then all of them are taken together, each article once, and from there on it is as if the watch had always been there but
 * kept still until it was saved.
 *
 * <p>Memory is bounded: for a watch, some 120 slices of time, 40 articles and, of FIRST, one alert for each minute that may
 * still change; for a story, 64 facts until it is quiet for a week; and what is kept apart, until it is taken.
 */
final class OverTimeMemory {

    /** So long after its last article a story is forgotten, and a watch that is no more. */
    static final Duration OF_STORIES = Duration.ofDays(7);

    private static final long MEMORY = OF_STORIES.toMillis();

    private static final long ROLL_CALL = Duration.ofMinutes(1).toMillis();

    /** What is taken together is told how time went on after so many, lest it pile up. */
    private static final int TOLD_EVERY = 256;

    private final OverTimeStates states;
    private final Apart apart;
    private final OverTimeSettings settings;
    private final Watermark watermark;
    private final int partition;
    private long swept = Long.MIN_VALUE;
    private long called = Long.MIN_VALUE;

    /** @param partition of the matches: the watches that belong there are looked after */
    OverTimeMemory(OverTimeStates states, Apart apart, OverTimeSettings settings, int partition) {
        this.states = states;
        this.apart = apart;
        this.settings = settings;
        this.partition = partition;
        this.watermark =
                new Watermark(settings.partitions(), settings.lateness().toMillis());
    }

    /**
     * Takes a match.
     *
     * @param raised told of alerts, each with the {@code traceparent} of its article or null
     * @return false if it came too late to count
     */
    boolean match(Match match, BiConsumer<Alert, @Nullable String> raised) {
        OverTimeState watch = watch(
                match.getWatchId(),
                match.getQueryKey(),
                match.getOperator(),
                match.getAlert().getWatchVersion(),
                match.getAt().toEpochMilli());
        if (watch == null) {
            return true;
        }
        if (watch.getFilling()) {
            apart.live(match);
            return true;
        }
        Long until = watch.getHistoryUntil();
        if (until != null && match.getAt().toEpochMilli() <= until && apart.has(match)) {
            return true;
        }
        boolean counted = take(match, watch, raised);
        states.put(watch);
        return counted;
    }

    /** Takes what the retained articles say of a new query. */
    void history(WatchHistory history) {
        String id = history.getWatchId();
        if (history.getWhat().equals(History.GONE) || history.getWhat().equals(History.STALE)) {
            end(id, history);
            return;
        }
        Match match = history.getMatch();
        Instant since = match == null ? history.getSince() : match.getAt();
        OverTimeState watch =
                watch(id, history.getQueryKey(), history.getOperator(), history.getVersion(), since.toEpochMilli());
        if (watch == null || !watch.getFilling()) {
            // told already; it may be found again after a crash
            return;
        }
        if (match != null) {
            apart.foundAgain(match);
        } else if (watch.getFilledSince() == null) {
            watch.setPosition(history.getPosition());
            watch.setFilledSince(since.toEpochMilli());
            watch.setSavedAt(history.getSavedAt().toEpochMilli());
            watch.setAlert(history.getAlert());
            states.put(watch);
        }
    }

    private void end(String id, WatchHistory history) {
        OverTimeState known = states.ofWatch(id);
        if (known == null || known.getPosition() > history.getPosition()) {
            // told again after a crash, and by now there is a newer watch
            return;
        }
        apart.forget(id);
        if (history.getWhat().equals(History.GONE)) {
            states.forget(id);
        } else {
            empty(known);
            states.put(known);
        }
    }

    /** As a new one, but for what was told, lest it be told again. */
    private void empty(OverTimeState state) {
        state.setCounts(new ArrayList<>());
        state.setTotals(new ArrayList<>());
        state.setPending(new ArrayList<>());
        state.setArticles(new ArrayList<>());
        state.setHistoryUntil(null);
        state.setFillingFrom(null);
        state.setFilledSince(null);
        state.setFilling(!settings.historyPatience().isZero());
    }

    /** The state of a watch for that query, which begins where there is none; null if it has a newer query by now. */
    private @Nullable OverTimeState watch(String id, String queryKey, String rule, int version, long since) {
        OverTimeState known = states.ofWatch(id);
        if (known != null && OverTimeStates.isOf(known, queryKey, rule)) {
            return known;
        }
        if (known != null && version < known.getVersion()) {
            return null;
        }
        apart.forget(id);
        OverTimeState begun = OverTimeState.newBuilder()
                .setWatchId(id)
                .setQueryKey(queryKey)
                .setRule(rule)
                .setVersion(version)
                .setObservedFrom(since)
                .setLastArrival(since)
                .setFilling(!settings.historyPatience().isZero())
                .build();
        states.put(begun);
        return begun;
    }

    /** The state of the watch is the caller's to put. */
    private boolean take(Match match, OverTimeState watch, BiConsumer<Alert, @Nullable String> raised) {
        Rule rule = Rule.read(match.getOperator());
        Seen seen = Seen.of(match, settings.lateness(), watch.getSavedAt());
        OverTimeState state = rule.ofStory() ? states.ofStory(seen.story(), watch) : watch;
        boolean counted = Operator.of(rule)
                .match(seen, state, fired -> raised.accept(OverTimeAlert.of(fired, state), fired.trace()));
        watch.setLastArrival(seen.open());
        if (rule.ofStory()) {
            state.setLastArrival(seen.open());
            states.put(seen.story(), state);
        }
        return counted;
    }

    /**
     * Takes note of how far a partition has got.
     *
     * @param raised told of alerts, each with the {@code traceparent} of its article or null
     */
    void progress(int partition, Instant time, BiConsumer<Alert, @Nullable String> raised) {
        watermark.progress(partition, time.toEpochMilli());
        OptionalLong reached = watermark.time();
        if (reached.isPresent()) {
            long horizon = reached.getAsLong() - settings.settle().toMillis();
            if (swept == Long.MIN_VALUE || horizon - swept >= settings.sweep().toMillis()) {
                swept = horizon;
                sweep(horizon, raised);
            }
        }
    }

    private void sweep(long horizon, BiConsumer<Alert, @Nullable String> raised) {
        if (called == Long.MIN_VALUE || horizon - called >= ROLL_CALL) {
            called = horizon;
            rollCall(horizon);
        }
        for (OverTimeState state : states.watches()) {
            advance(state, horizon, raised);
        }
        states.forgetStories(horizon - MEMORY);
    }

    /** Begins to observe watches that may have something to say without a match. */
    private void rollCall(long horizon) {
        for (CompiledWatch compiled : settings.watches().get().all()) {
            OverTime asked = compiled.query().overTime();
            String id = compiled.watch().getId();
            if (asked != null && compiled.watch().getEnabled() && isHere(id)) {
                Rule rule = Rule.of(asked);
                int version = compiled.watch().getVersion();
                OverTimeState state =
                        rule.isTimed() ? watch(id, compiled.queryKey(), rule.toString(), version, horizon) : null;
                if (state != null && state.getAlert() == null) {
                    state.setAlert(OverTimeAlert.without(compiled));
                    states.put(state);
                }
            }
        }
    }

    /** Whether matches of that watch come to this partition; so Kafka's producers decide. */
    private boolean isHere(String watchId) {
        return home(watchId, settings.partitions()) == partition;
    }

    /** The partition of the matches that those of a watch go to. */
    static int home(String watchId, int partitions) {
        byte[] key = watchId.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    private void advance(OverTimeState state, long horizon, BiConsumer<Alert, @Nullable String> raised) {
        if (!isAsked(state, horizon)) {
            if (state.getLastArrival() < horizon - MEMORY) {
                states.forget(state.getWatchId());
                apart.forget(state.getWatchId());
            }
            return;
        }
        states.change(state, () -> {
            if (state.getFilling()) {
                fill(state, horizon, raised);
            }
            if (!state.getFilling()) {
                forgetApart(state, horizon);
                Operator.of(Rule.read(state.getRule()))
                        .advance(horizon, state, fired -> raised.accept(OverTimeAlert.of(fired, state), fired.trace()));
            }
        });
    }

    /** Begins to speak, if all history is there, or did not come for so long that nobody may be reading it. */
    private void fill(OverTimeState state, long horizon, BiConsumer<Alert, @Nullable String> raised) {
        if (state.getFillingFrom() == null) {
            state.setFillingFrom(horizon);
        }
        boolean isOverdue =
                horizon - state.getFillingFrom() >= settings.historyPatience().toMillis();
        if (state.getFilledSince() != null || isOverdue) {
            open(state, horizon, raised);
        }
    }

    private void open(OverTimeState state, long horizon, BiConsumer<Alert, @Nullable String> raised) {
        Operator operator = Operator.of(Rule.read(state.getRule()));
        List<Match> matches = apart.of(state.getWatchId());
        state.setFilling(false);
        Long since = state.getFilledSince();
        if (since == null) {
            state.setSavedAt(state.getFillingFrom());
            since = Math.max(state.getObservedFrom(), state.getFillingFrom());
        }
        state.setObservedFrom(since);
        int taken = 0;
        for (Match match : matches) {
            long at = match.getAt().toEpochMilli();
            take(match, state, raised);
            state.setHistoryUntil(at);
            if (++taken % TOLD_EVERY == 0) {
                // what is yet to be taken counts from here on, at the earliest
                long passed = Math.min(horizon, at - settings.lateness().toMillis());
                operator.advance(passed, state, fired -> raised.accept(OverTimeAlert.of(fired, state), fired.trace()));
            }
        }
        operator.opened(state, fired -> raised.accept(OverTimeAlert.of(fired, state), fired.trace()));
    }

    /** Whoever has come so far has passed every article of that time, however late it counts. */
    private void forgetApart(OverTimeState state, long horizon) {
        Long until = state.getHistoryUntil();
        if (until != null) {
            long passed = horizon + settings.lateness().toMillis();
            apart.forgetUntil(state.getWatchId(), passed - 1);
            if (until < passed) {
                state.setHistoryUntil(null);
            }
        }
    }

    private boolean isAsked(OverTimeState state, long horizon) {
        return settings.watches()
                .get()
                .get(state.getWatchId())
                .filter(watch -> watch.watch().getEnabled()
                        && watch.isValidAt(Instant.ofEpochMilli(horizon))
                        && watch.queryKey().equals(state.getQueryKey()))
                .isPresent();
    }
}

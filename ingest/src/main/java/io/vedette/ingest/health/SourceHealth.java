package io.vedette.ingest.health;

import io.vedette.runtime.config.HealthConfig;
import io.vedette.schemas.Source;
import io.vedette.schemas.SourceState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a source does, from one poll to the next.  It has no clock: the same outcomes lead to the same states.  Thread-safe.
 *
 * <p>A source becomes
 *
 * <ul>
 *   <li>{@code FAILING} when {@link HealthConfig#failures()} polls in a row have failed, for whatever reasons, and none has
 *       gone well for {@link HealthConfig#failingFor()};
 *   <li>{@code FORBIDDEN} when it answers 401, 403 or 451, or its robots.txt asks to leave it alone;
 *   <li>{@code GONE} when it answers 404 or 410;
 *   <li>{@code REDIRECTED} when it has moved for good to another host ({@code www.} aside) or to a home page, or leads to a
 *       web page elsewhere;
 *   <li>{@code PARKED} when a page of a parked domain, or a web page, is where it was;
 *   <li>{@code EMPTY} when its list has no items; each of these when {@link HealthConfig#confirmations()} polls in a row say
 *       so, and an answer that nothing has changed says again what the list said;
 *   <li>{@code SILENT} when it is far below its usual level, at once; see {@link Level};
 *   <li>{@code HEALTHY} with the first poll that has nothing to say against it.  After {@code SILENT} that is one that
 *       brings something new, with the last three hours at half their usual level or above.
 * </ul>
 *
 * <p>What a source lists at its first poll has piled up before and says nothing about its level.  Nor do hours in which
 * nobody looked, as when Vedette itself stood still: they are left out.
 *
 * <p>When and by whom it is polled next ({@code nextPoll}, {@code intervalMillis}, {@code instance}) is left as it was.
 */
public final class SourceHealth {

    private static final int DAYS = 28;
    private static final int MOST_GAPS = 20;

    /** A median of fewer days says nothing. */
    private static final int ENOUGH_DAYS = 3;

    /** Shares are of so many items. */
    private static final int RECENT = 100;

    /** An answer tells of the hours since the one before, unless it is this many intervals later. */
    private static final int MISSED = 3;

    /** But for so long it always does. */
    private static final Duration ALWAYS_TOLD = Duration.ofHours(2);

    private final HealthConfig settings;
    private final Level level;

    public SourceHealth(HealthConfig settings) {
        this.settings = settings;
        this.level = new Level(settings);
    }

    /** The state of a source that has not been polled. */
    public static SourceState unknown(String sourceId) {
        return SourceState.newBuilder().setSourceId(sourceId).build();
    }

    /**
     * The state after a poll.
     *
     * @param before not changed
     */
    public SourceState after(SourceState before, PollOutcome outcome, Source source) {
        SourceState after = SourceState.newBuilder(before).build();
        after.setSourceId(source.getId());
        Instant at = latest(outcome.at(), before.getLastAttempt());
        roll(before, after, at);
        after.setLastAttempt(at);
        if (outcome instanceof PollOutcome.Failed failed) {
            failed(after, failed, at);
        } else if (outcome instanceof PollOutcome.Taken taken) {
            answered(after, at);
            taken(before, after, taken, at);
            Verdict verdict = verdict(taken, source);
            judge(after, verdict == null ? silence(before, after, taken.fresh() > 0, at) : verdict, at);
        } else {
            answered(after, at);
            Verdict still = still(after, source);
            judge(after, still == null ? silence(before, after, false, at) : still, at);
        }
        return after;
    }

    /** The state of a source that is no longer polled because a user says so. */
    public SourceState paused(SourceState before, Instant at) {
        SourceState after = SourceState.newBuilder(before).build();
        suspect(after, "", 0);
        become(after, SourceStatus.PAUSED, "", at);
        after.setNextPoll(null);
        return after;
    }

    /** What one poll says of a source. */
    private record Verdict(SourceStatus status, String reason) {}

    private static final Verdict WELL = new Verdict(SourceStatus.HEALTHY, "");
    private static final Verdict NO_ITEMS = new Verdict(SourceStatus.EMPTY, "its list has no items");

    private void failed(SourceState after, PollOutcome.Failed failed, Instant at) {
        after.setFailures(after.getFailures() + 1);
        Map<String, Long> errors = new HashMap<>(after.getErrors());
        errors.merge(failed.why().label(), 1L, Long::sum);
        after.setErrors(errors);
        SourceStatus meant = meant(failed.why());
        judge(after, new Verdict(meant, failed.message()), at);
        if (status(after) == meant && meant != SourceStatus.FAILING) {
            return;
        }
        Instant well = after.getLastSuccess() == null ? after.getSince() : after.getLastSuccess();
        boolean forLong = well == null || Duration.between(well, at).compareTo(settings.failingFor()) >= 0;
        if (after.getFailures() >= settings.failures() && forLong) {
            become(after, SourceStatus.FAILING, failed.message(), at);
        }
    }

    private static SourceStatus meant(PollFailure why) {
        return switch (why) {
            case FORBIDDEN, ROBOTS -> SourceStatus.FORBIDDEN;
            case NOT_FOUND, GONE -> SourceStatus.GONE;
            case PARKED, WEB_PAGE -> SourceStatus.PARKED;
            case WEB_PAGE_ELSEWHERE -> SourceStatus.REDIRECTED;
            default -> SourceStatus.FAILING;
        };
    }

    private static void answered(SourceState after, Instant at) {
        after.setFailures(0);
        Instant last = after.getLastSuccess();
        Duration since = last == null ? Duration.ZERO : Duration.between(last, at);
        Duration told = Duration.ofMillis(after.getIntervalMillis()).multipliedBy(MISSED);
        boolean missed = since.compareTo(told) > 0 && since.compareTo(ALWAYS_TOLD) > 0;
        Hours hours = Hours.of(after.getHours());
        after.setHours(hours.seen(last == null || missed ? 0 : Hours.hour(at) - Hours.hour(last))
                .toList());
        after.setLastSuccess(at);
    }

    private static void taken(SourceState before, SourceState after, PollOutcome.Taken taken, Instant at) {
        after.setMovedTo(taken.movedTo() == null ? null : taken.movedTo().toString());
        after.setHub(taken.hub() == null ? null : taken.hub().toString());
        after.setScrolledOff(before.getScrolledOff() + taken.scrolledOff());
        int fresh = taken.fresh();
        if (fresh > 0) {
            after.setFullTextShare(share(before.getFullTextShare(), before.getItems(), taken.fullText(), fresh));
            after.setUndatedShare(share(before.getUndatedShare(), before.getItems(), taken.undated(), fresh));
            after.setItems(before.getItems() + fresh);
            gap(before, after, at);
            after.setLastNewItem(at);
        }
        boolean first = before.getLastSuccess() == null;
        if (fresh > 0 && !first) {
            after.setHours(Hours.of(after.getHours()).plus(fresh).toList());
            List<Integer> days = new ArrayList<>(after.getDays());
            days.set(days.size() - 1, days.get(days.size() - 1) + fresh);
            after.setDays(days);
        }
        perDay(after);
    }

    /** The first gap begins at the first poll, with what piled up before; it is none. */
    private static void gap(SourceState before, SourceState after, Instant at) {
        Instant last = before.getLastNewItem();
        if (last == null) {
            return;
        }
        int gaps = Math.min(before.getGaps() + 1, MOST_GAPS);
        long gap = Duration.between(last, at).toMillis();
        after.setGaps(gaps);
        after.setGapMillis(before.getGapMillis() + (gap - before.getGapMillis()) / gaps);
    }

    /** The share of the last hundred, as if those before had been evenly mixed. */
    private static double share(@Nullable Double before, long itemsBefore, int with, int of) {
        double kept = Math.min(itemsBefore, Math.max(0, RECENT - of));
        return (kept * (before == null ? 0 : before) + with) / (kept + of);
    }

    private static @Nullable Verdict verdict(PollOutcome.Taken taken, Source source) {
        Verdict moved = moved(taken.movedTo(), source);
        return moved == null && taken.listed() == 0 ? NO_ITEMS : moved;
    }

    private static @Nullable Verdict moved(@Nullable URI to, Source source) {
        return to == null || !leavesTheSource(URI.create(source.getUrl()), to)
                ? null
                : new Verdict(
                        SourceStatus.REDIRECTED,
                        "it has moved for good to " + to + "; if that is the same source, change its address");
    }

    /** What is still to be said against a list that has not changed; null for nothing. */
    private static @Nullable Verdict still(SourceState after, Source source) {
        Verdict moved = moved(after.getMovedTo() == null ? null : URI.create(after.getMovedTo()), source);
        boolean empty =
                status(after) == SourceStatus.EMPTY || after.getSuspected().equals(SourceStatus.EMPTY.name());
        return moved == null && empty ? NO_ITEMS : moved;
    }

    private static boolean leavesTheSource(URI from, URI to) {
        return !Addresses.host(from).equals(Addresses.host(to)) || Addresses.isHome(to) && !Addresses.isHome(from);
    }

    private Verdict silence(SourceState before, SourceState after, boolean fresh, Instant at) {
        Instant lastNew = after.getLastNewItem();
        Instant quietSince = lastNew == null ? at : lastNew;
        Hours hours = Hours.of(after.getHours());
        boolean silent = status(before) == SourceStatus.SILENT;
        if (silent && fresh && level.recovered(hours)) {
            return WELL;
        }
        Instant since = before.getSince();
        boolean dayBack = silent || since == null || Duration.between(since, at).compareTo(Duration.ofDays(1)) >= 0;
        Optional<String> silence = level.silence(
                hours,
                Duration.between(quietSince, at),
                Duration.ofMillis(after.getGapMillis()),
                after.getGaps(),
                dayBack);
        if (silence.isPresent()) {
            return new Verdict(SourceStatus.SILENT, silence.get());
        }
        return silent ? new Verdict(SourceStatus.SILENT, after.getReason()) : WELL;
    }

    /** A good sign is believed at once, and so is silence, which has been watched for long; all else is confirmed. */
    private void judge(SourceState after, Verdict verdict, Instant at) {
        SourceStatus status = verdict.status();
        if (status == SourceStatus.HEALTHY || status == SourceStatus.SILENT) {
            suspect(after, "", 0);
            become(after, status, verdict.reason(), at);
            return;
        }
        boolean again = after.getSuspected().equals(status.name());
        suspect(after, status.name(), again ? after.getSuspicions() + 1 : 1);
        if (status(after) == status || specific(status) && after.getSuspicions() >= settings.confirmations()) {
            become(after, status, verdict.reason(), at);
        } else if (after.getSince() == null || status(after) == SourceStatus.PAUSED) {
            become(after, SourceStatus.UNKNOWN, "", at);
        }
    }

    private static boolean specific(SourceStatus status) {
        return status != SourceStatus.FAILING;
    }

    private static void suspect(SourceState state, String status, int polls) {
        state.setSuspected(status);
        state.setSuspicions(polls);
    }

    private static void become(SourceState state, SourceStatus status, String reason, Instant at) {
        if (status(state) != status || state.getSince() == null) {
            state.setSince(at);
        }
        state.setStatus(status.name());
        state.setReason(reason);
    }

    private static void roll(SourceState before, SourceState after, Instant at) {
        Instant last = before.getLastAttempt();
        long hours = last == null ? 1 : Hours.hour(at) - Hours.hour(last);
        after.setHours(Hours.of(before.getHours())
                .later(Math.max(hours, before.getHours().isEmpty() ? 1 : 0))
                .toList());
        List<Integer> days = new ArrayList<>(before.getDays());
        long added = last == null || days.isEmpty()
                ? 1
                : day(at).toEpochDay() - day(last).toEpochDay();
        for (long i = 0; i < Math.min(added, DAYS); i++) {
            days.add(0);
        }
        after.setDays(new ArrayList<>(days.subList(Math.max(0, days.size() - DAYS), days.size())));
        perDay(after);
    }

    private static void perDay(SourceState state) {
        Hours hours = Hours.of(state.getHours());
        int day = 24;
        state.setItemsPerDay(hours.size() < day ? null : (double) hours.items(hours.size() - day, hours.size()));
        List<Integer> days = state.getDays();
        // today is not over, and of the very first day only a part was seen
        List<Integer> whole = days.subList(days.size() < DAYS ? Math.min(1, days.size() - 1) : 0, days.size() - 1);
        state.setUsualPerDay(whole.size() < ENOUGH_DAYS ? null : Level.median(whole));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Clocks of instances differ: time does not go back. */
    private static Instant latest(Instant at, @Nullable Instant last) {
        return last == null || at.isAfter(last) ? at : last;
    }

    private static SourceStatus status(SourceState state) {
        return SourceStatus.of(state.getStatus());
    }
}

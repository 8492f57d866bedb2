package io.vedette.alerts.overtime;

import io.vedette.schemas.Alert;
import io.vedette.schemas.ClaimFact;
import io.vedette.schemas.OverTimeState;
import io.vedette.schemas.TrustedRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Gives an operator matches and marks of progress, as they come from several partitions. */
final class Replay {

    static {
        TrustedRecords.trust();
    }

    static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    static final Duration LATENESS = Duration.ofMinutes(10);

    /** What happens in one partition. */
    record Event(long accepted, Seen seen) {}

    final OverTimeState state = OverTimeState.newBuilder()
            .setWatchId("w")
            .setQueryKey("q")
            .setObservedFrom(START.toEpochMilli())
            .build();
    final List<Firing> fired = new ArrayList<>();
    private final Operator operator;
    int late;

    Replay(Rule rule) {
        this.operator = Operator.of(rule);
    }

    static Replay of(Rule.Kind kind, String window, double number) {
        return new Replay(new Rule(kind, Duration.parse(window), number));
    }

    /** An article that is published and accepted so many minutes after the start. */
    Replay match(String id, double minute) {
        return match(seen(id, minute, minute, 0, "story", id));
    }

    Replay match(Seen seen) {
        late += operator.match(seen, state, fired::add) ? 0 : 1;
        return this;
    }

    Replay advance(double minute) {
        operator.advance(millis(minute), state, fired::add);
        return this;
    }

    static Seen seen(String id, double at, double accepted, int part, String story, String text, ClaimFact... facts) {
        Alert alert = Alert.newBuilder()
                .setId(id)
                .setWatchId("w")
                .setWatchTitle("title")
                .setWatchVersion(1)
                .setQuery("q")
                .setSeverity("INFO")
                .setArticleId(id)
                .setAcceptedAt(Instant.ofEpochMilli(millis(accepted)))
                .build();
        return new Seen(
                id,
                millis(at),
                millis(accepted) - LATENESS.toMillis(),
                part,
                story,
                text,
                List.of(facts),
                alert,
                null,
                false);
    }

    static long millis(double minute) {
        return START.toEpochMilli() + Math.round(minute * 60_000);
    }

    TreeSet<String> subjects() {
        TreeSet<String> subjects = new TreeSet<>();
        fired.forEach(firing -> subjects.add(firing.kind() + " " + firing.subject()));
        return subjects;
    }

    /** Gives it what the partitions have, each in its order, interleaved at random; then time goes on for long. */
    static Replay shuffled(Rule rule, List<List<Event>> partitions, Random random, double end) {
        Replay replay = new Replay(rule);
        Watermark watermark = new Watermark(partitions.size(), LATENESS.toMillis());
        int[] next = new int[partitions.size()];
        List<Integer> left = new ArrayList<>();
        for (int p = 0; p < partitions.size(); p++) {
            partitions.get(p).forEach(event -> left.add(0));
        }
        for (int remaining = left.size(); remaining > 0; remaining--) {
            int p = random.nextInt(partitions.size());
            while (next[p] == partitions.get(p).size()) {
                p = (p + 1) % partitions.size();
            }
            Event event = partitions.get(p).get(next[p]++);
            if (event.seen() != null) {
                replay.match(event.seen());
            }
            watermark.progress(p, event.accepted());
            Consumer<Firing> to = replay.fired::add;
            watermark.time().ifPresent(horizon -> {
                if (random.nextBoolean()) {
                    replay.operator.advance(horizon, replay.state, to);
                }
            });
        }
        return replay.advance(end);
    }
}

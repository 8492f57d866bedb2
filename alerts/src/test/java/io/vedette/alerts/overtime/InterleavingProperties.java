package io.vedette.alerts.overtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schemas.ClaimFact;
import io.vedette.schemas.TrustedRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However the partitions interleave, the same watches are told the same, each once. */
class InterleavingProperties {

    static {
        TrustedRecords.trust();
    }

    private static final double END = 5_000;

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void theSameAlertsComeHoweverPartitionsInterleave(@ForAll Rule.Kind kind, @ForAll long seed) {
        Random random = new Random(seed);
        Rule rule = new Rule(kind, Duration.ofMinutes(20 + random.nextInt(60)), 2 + random.nextInt(2));
        List<List<Replay.Event>> partitions = partitions(random);

        Replay one = Replay.shuffled(rule, partitions, new Random(random.nextLong()), END);
        Replay other = Replay.shuffled(rule, partitions, new Random(random.nextLong()), END);

        assertThat(other.subjects()).as("%s", rule).isEqualTo(one.subjects());
        assertThat(other.late).isEqualTo(one.late);
        assertThat(one.fired).as("each once").hasSameSizeAs(one.subjects());
        assertThat(other.fired).as("each once").hasSameSizeAs(other.subjects());
    }

    /** COUNT by its definition: some article has so many others in the window before it. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void countIsToldWhereAndOnlyWhereAWindowIsFull(@ForAll long seed) {
        Random random = new Random(seed);
        int minutes = 60;
        int wanted = 2 + random.nextInt(3);
        List<Replay.Event> events = new ArrayList<>();
        List<Integer> times = new ArrayList<>();
        int minute = 0;
        for (int i = 0; i < 40; i++) {
            minute += random.nextInt(40);
            times.add(minute);
            events.add(new Replay.Event(Replay.millis(minute), Replay.seen("a" + i, minute, minute, 0, "s", "a" + i)));
        }
        TreeSet<String> expected = new TreeSet<>();
        for (int at : times) {
            // in whole minutes, which are the slices of an hour
            long inside =
                    times.stream().filter(t -> t > at - minutes && t <= at).count();
            if (inside >= wanted) {
                expected.add("COUNT " + Replay.millis(at / minutes * minutes));
            }
        }
        Rule rule = new Rule(Rule.Kind.COUNT, Duration.ofMinutes(minutes), wanted);

        assertThat(Replay.shuffled(rule, List.of(events), random, END).subjects())
                .isEqualTo(expected);
    }

    private static List<List<Replay.Event>> partitions(Random random) {
        List<List<Replay.Event>> partitions = new ArrayList<>();
        for (int p = 0; p < 3; p++) {
            List<Replay.Event> events = new ArrayList<>();
            double minute = 0;
            while (minute < 2_500) {
                minute += random.nextInt(12) == 0 ? random.nextInt(300) : random.nextInt(25);
                Seen seen = random.nextInt(3) == 0 ? null : seen(random, p + "-" + events.size(), minute);
                events.add(new Replay.Event(Replay.millis(minute), seen));
            }
            events.add(new Replay.Event(Replay.millis(3_000), null));
            partitions.add(events);
        }
        return partitions;
    }

    private static Seen seen(Random random, String id, double accepted) {
        double at = accepted - (random.nextInt(3) == 0 ? random.nextInt(100) : random.nextInt(5));
        String text = random.nextInt(3) == 0 ? "copied" + random.nextInt(3) : id;
        ClaimFact fact = ClaimFact.newBuilder()
                .setType("WITHDRAWAL")
                .setPlace("p" + random.nextInt(6))
                .setModality(random.nextInt(6) == 0 ? "DENIED" : "ASSERTED")
                .build();
        return Replay.seen(id, at, accepted, random.nextInt(2), "one", text, fact);
    }
}

package io.vedette.alerts.overtime;

import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.Watches;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Match;
import io.vedette.text.watch.query.OverTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * One watch over time, told of what has been by somebody else than the topology: the same memory and the same operators,
 * kept in heap.  For one thread.
 */
public final class OverTimeReplay {

    private static final Duration FORGETTING = Duration.ofDays(1);

    private final Rule rule;
    private final OverTimeMemory memory;

    /**
     * @param watch whose query asks for something over time; whether it is enabled and when it is valid counts as live
     * @param partitions of the enriched articles
     * @param lateness how long after its time an article may be accepted and still count
     */
    public OverTimeReplay(CompiledWatch watch, int partitions, Duration lateness) {
        this.rule = Rule.of(Objects.requireNonNull(watch.query().overTime(), "a query that is about single articles"));
        Watches only = Watches.of(List.of(watch));
        // time tells of stories only which are to be forgotten, and there may be many to look through
        Duration sweep = rule.ofStory() ? FORGETTING : OverTimeSettings.SWEEP;
        OverTimeSettings settings =
                new OverTimeSettings(partitions, lateness, OverTimeSettings.SETTLE, sweep, Duration.ZERO, () -> only);
        int home = OverTimeMemory.home(watch.watch().getId(), partitions);
        // nothing is put apart: the replay begins early enough by itself
        Apart apart = new Apart(new HeapStore<>(never()));
        OverTimeStates states = new OverTimeStates(new HeapStore<>(OverTimeStateSerde.create()));
        this.memory = new OverTimeMemory(states, apart, settings, home);
    }

    /**
     * How much of the past decides what a query says from a moment on; nothing for one about single articles.  Who replays
     * from so long before comes to what came live, if that was there before, too.
     */
    public static Duration runIn(@Nullable OverTime asked, Duration lateness) {
        if (asked == null) {
            return Duration.ZERO;
        }
        // lookBack is how far back counts; a window that is being told of may have begun a window before
        Rule rule = Rule.of(asked);
        return rule.lookBack()
                .plus(rule.window())
                .plus(lateness)
                .plus(OverTimeSettings.SETTLE)
                .plus(OverTimeSettings.SWEEP.multipliedBy(3));
    }

    /**
     * Takes a match of the watch.
     *
     * @return false if it came too late to count
     */
    public boolean match(Match match, Consumer<Alert> raised) {
        return memory.match(match, (alert, trace) -> raised.accept(alert));
    }

    /** Takes note of how far a partition of the enriched articles has got. */
    public void progress(int partition, Instant time, Consumer<Alert> raised) {
        memory.progress(partition, time, (alert, trace) -> raised.accept(alert));
    }

    /** What an alert of this watch is about: a window or story, by the same name whatever number the query asks for. */
    public String subject(Alert alert) {
        return rule.kind()
                + " "
                + switch (rule.kind()) {
                    case COUNT, SPIKE, FOLLOWED -> stretch(alert.getWindowEnd());
                    case FIRST -> alert.getWindowEnd();
                    case SILENCE -> alert.getWindowStart();
                    case CORROBORATED, CONFLICT -> alert.getStoryId();
                };
    }

    private static <V> Serde<V> never() {
        return Serdes.serdeFrom(
                (name, value) -> {
                    throw new IllegalStateException("nothing is put there");
                },
                (name, bytes) -> {
                    throw new IllegalStateException("nothing was put there");
                });
    }

    private Instant stretch(@Nullable Instant windowEnd) {
        Slices slices = new Slices(rule.window().toMillis());
        long last =
                Objects.requireNonNull(windowEnd, "an alert without a window").toEpochMilli() - 1;
        return Instant.ofEpochMilli(slices.start(slices.stretchOf(last)));
    }
}

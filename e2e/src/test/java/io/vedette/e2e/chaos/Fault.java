package io.vedette.e2e.chaos;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that goes wrong, and how it is put right again.
 *
 * @param name how it is asked for
 * @param what is done, for the table
 * @param lasts from the end of {@code begin} to the start of {@code end}
 * @param interruptions how many instances of alerts may be stopped in the middle of deliveries by it, beside those that say so
 *     themselves
 * @param deadLetters how many records must end there
 * @param impossible why it can't be had on this machine, if so
 */
record Fault(
        String name,
        String what,
        Duration lasts,
        Step begin,
        Step end,
        int interruptions,
        int deadLetters,
        Function<Cluster, Optional<String>> impossible) {

    /** What is done to the cluster. */
    @FunctionalInterface
    interface Step {
        void on(Cluster cluster) throws Exception;
    }

    static Fault of(String name, String what, int seconds, Step begin, Step end) {
        return new Fault(name, what, Duration.ofSeconds(seconds), begin, end, 0, 0, cluster -> Optional.empty());
    }

    Fault interrupting(int instances) {
        return new Fault(name, what, lasts, begin, end, instances, deadLetters, impossible);
    }

    Fault leavingDeadLetters(int count) {
        return new Fault(name, what, lasts, begin, end, interruptions, count, impossible);
    }

    Fault unless(Function<Cluster, Optional<String>> reason) {
        return new Fault(name, what, lasts, begin, end, interruptions, deadLetters, reason);
    }
}

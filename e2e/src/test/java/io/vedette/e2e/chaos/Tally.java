package io.vedette.e2e.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the ledger says of a stretch of articles. */
final class Tally {

    /** So many are named. */
    private static final int EXAMPLES = 20;

    int articles;
    int expectedAlerts;
    int deliveries;
    int deliveredAgain;

    private int missing;
    private int repeated;
    private Duration longest = Duration.ZERO;
    private final List<String> examples = new ArrayList<>();

    void miss(String what, String article) {
        missing++;
        example("missing: " + what + " of article " + article);
    }

    void repeat(String what, String article) {
        repeated++;
        example("too many: " + what + " of article " + article);
    }

    void longest(Duration wait) {
        longest = wait.compareTo(longest) > 0 ? wait : longest;
    }

    int missing() {
        return missing;
    }

    int repeated() {
        return repeated;
    }

    /** From when an article was due to when it was seen on {@code enriched}. */
    Duration longest() {
        return longest;
    }

    /** What was missing or there too often, the first of them. */
    List<String> examples() {
        return List.copyOf(examples);
    }

    private void example(String words) {
        if (examples.size() < EXAMPLES) {
            examples.add(words);
        }
    }
}

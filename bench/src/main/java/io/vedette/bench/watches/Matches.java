package io.vedette.bench.watches;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the first subject matches, article by article, and where another one differs. */
final class Matches {

    private static final int TOLD = 5;

    private final List<MadeWatch> watches;
    private final List<Set<String>> expected = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private int differences;
    private long compared;

    /** @param watches by their ids, which are numbers from 0 */
    Matches(List<MadeWatch> watches) {
        this.watches = watches;
    }

    /** Takes the ids of all watches that an article matches; the articles come in the same order from everyone. */
    void take(String subject, int article, Set<String> ids) {
        if (article == expected.size()) {
            expected.add(ids);
            return;
        }
        compared += ids.size();
        tell(expected.get(article), ids, article, "not to " + subject);
        tell(ids, expected.get(article), article, "to " + subject + " alone");
    }

    private void tell(Set<String> these, Set<String> others, int article, String who) {
        Set<String> odd = new HashSet<>(these);
        odd.removeAll(others);
        differences += odd.size();
        for (String id : odd) {
            if (told.size() < TOLD) {
                told.add("article " + article + " matches "
                        + watches.get(Integer.parseInt(id)).query() + " " + who);
            }
        }
    }

    /** How many matches were compared. */
    long compared() {
        return compared;
    }

    /** How many matches one has and another has not. */
    int differences() {
        return differences;
    }

    /** Some of them, for a reader. */
    List<String> told() {
        return told;
    }
}

package io.vedette.text.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchSetTest {

    private static final WatchQuery TANK = WatchQuery.compile("tank", Articles.ENTITIES);
    private static final WatchQuery SHIP = WatchQuery.compile("ship", Articles.ENTITIES);
    private static final MatchableArticle TANKS = Articles.of("Tanks, tanks, tanks, tanks");

    @Test
    void anEmptySetMatchesNothing() {
        assertThat(new WatchSet().match(TANKS)).isEmpty();
    }

    @Test
    void aWatchIsThereFromWhenItIsAddedUntilItIsRemoved() {
        WatchSet set = new WatchSet();
        set.add(new WatchEntry("a", 1, TANK));
        assertThat(ids(set)).containsExactly("a");

        set.add(new WatchEntry("b", 1, TANK));
        set.add(new WatchEntry("a", 2, SHIP));
        assertThat(ids(set)).containsExactly("b");

        assertThat(set.remove("b")).isTrue();
        assertThat(set.remove("b")).isFalse();
        assertThat(ids(set)).isEmpty();
        assertThat(set.size()).isEqualTo(1);
        assertThat(set.get("b")).isEmpty();
    }

    @Test
    void theLatestOfOneIdCounts() {
        WatchSet set = WatchSet.of(List.of(new WatchEntry("a", 1, SHIP), new WatchEntry("a", 2, TANK)));

        assertThat(set.size()).isEqualTo(1);
        assertThat(set.get("a")).map(WatchEntry::version).contains(2);
        assertThat(set.match(TANKS)).extracting(WatchMatch::version).containsExactly(2);
    }

    @Test
    void matchesComeInTheOrderInWhichTheWatchesCame() {
        WatchSet set = set("z", "a", "m");
        set.add(new WatchEntry("a", 2, TANK));

        assertThat(ids(set)).containsExactly("z", "a", "m");
        assertThat(set.watches()).extracting(WatchEntry::id).containsExactly("z", "a", "m");
    }

    @Test
    void reportsThreePlacesForAClauseUnlessToldOtherwise() {
        WatchSet set = set("a");

        assertThat(set.match(TANKS).get(0).clauses()).hasSize(3);
        assertThat(set.match(TANKS, 1).get(0).clauses()).hasSize(1);
        assertThat(set.match(TANKS, 9).get(0).clauses()).hasSize(4);
    }

    private static WatchSet set(String... ids) {
        return WatchSet.of(
                Arrays.stream(ids).map(id -> new WatchEntry(id, 1, TANK)).toList());
    }

    private static List<String> ids(WatchSet set) {
        return set.match(TANKS).stream().map(WatchMatch::watchId).toList();
    }
}

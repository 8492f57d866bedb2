package io.vedette.text.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WatchSetTest {

    private static final WatchQuery TANK = WatchQuery.compile("tank", Articles.ENTITIES);
    private static final WatchQuery SHIP = WatchQuery.compile("ship", Articles.ENTITIES);
    private static final MatchableArticle TANKS = Articles.of("Tanks, tanks, tanks, tanks");

    @Test
    void anEmptySetMatchesNothing() {
        assertThat(WatchSet.empty().match(TANKS)).isEmpty();
    }

    @Test
    void aChangeLeavesTheOldSetAsItWas() {
        WatchSet one = WatchSet.empty().with("a", 1, TANK);
        WatchSet two = one.with("b", 1, TANK).with("a", 2, SHIP);

        assertThat(ids(one)).containsExactly("a");
        assertThat(ids(two)).containsExactly("b");
        assertThat(ids(two.without("b"))).isEmpty();
        assertThat(ids(two)).containsExactly("b");
    }

    @Test
    void theLatestOfOneIdCounts() {
        WatchSet set = WatchSet.of(List.of(new WatchEntry("a", 1, SHIP), new WatchEntry("a", 2, TANK)));

        assertThat(set.size()).isEqualTo(1);
        assertThat(set.get("a")).map(WatchEntry::version).contains(2);
        assertThat(set.get("b")).isEmpty();
        assertThat(set.match(TANKS)).extracting(WatchMatch::version).containsExactly(2);
    }

    @Test
    void leavingOutWhatIsNotThereChangesNothing() {
        WatchSet set = WatchSet.empty().with("a", 1, TANK);

        assertThat(set.without("b")).isSameAs(set);
    }

    @Test
    void matchesComeInTheOrderOfTheWatches() {
        WatchSet set = WatchSet.empty().with("z", 1, TANK).with("a", 1, TANK).with("m", 1, TANK);

        assertThat(ids(set)).containsExactly("z", "a", "m");
    }

    @Test
    void reportsThreePlacesForAClauseUnlessToldOtherwise() {
        WatchSet set = WatchSet.empty().with("a", 1, TANK);

        assertThat(set.match(TANKS).get(0).clauses()).hasSize(3);
        assertThat(set.match(TANKS, 1).get(0).clauses()).hasSize(1);
        assertThat(set.match(TANKS, 9).get(0).clauses()).hasSize(4);
    }

    private static List<String> ids(WatchSet set) {
        return set.match(TANKS).stream().map(WatchMatch::watchId).toList();
    }
}

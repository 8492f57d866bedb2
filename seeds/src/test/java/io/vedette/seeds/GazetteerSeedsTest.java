package io.vedette.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.MentionKind;
import io.vedette.text.gazetteer.Alias;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.gazetteer.GazetteerReader;
import io.vedette.text.gazetteer.check.Finding;
import io.vedette.text.gazetteer.check.Finding.Severity;
import io.vedette.text.gazetteer.check.GazetteerCheck;
import io.vedette.text.token.Tokens;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GazetteerSeedsTest {

    private static Gazetteer gazetteer;

    @BeforeAll
    static void read() throws IOException {
        gazetteer = GazetteerReader.read(Seeds::open, "test");
    }

    @Test
    void hasNoErrors() {
        assertThat(GazetteerCheck.run(Seeds::open, List.of()))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::toString)
                .isEmpty();
    }

    @Test
    void knowsAllOfGeoNamesTownsAndWhatHoldsThem() {
        assertThat(gazetteer.size()).isGreaterThan(225_000);
        Entity town = gazetteer.entity("geo:689304");
        assertThat(town).isNotNull();
        assertThat(town.name()).isEqualTo("Vovchansk");
        assertThat(gazetteer.areas(town.id())).contains("admin1:UA.07", "country:UA", "area:europe");
        assertThat(gazetteer.places("Вовчанськ")).contains(town.id());
    }

    @Test
    void knowsTheCountiesOfTheUnitedStates() {
        assertThat(gazetteer.places("Fairfax County")).containsExactly("admin2:US.VA.059");
        assertThat(gazetteer.areas("admin2:US.VA.059")).contains("admin1:US.VA", "country:US");
        assertThat(gazetteer.places("Jefferson Parish")).containsExactly("admin2:US.LA.051");
    }

    @Test
    void keepsWhereANameComesFrom() {
        Tokens vienna = Tokens.of("Vienna");
        List<Alias> aliases = gazetteer.lookup(vienna).aliases(MentionKind.PLACE, 0, 1);
        assertThat(aliases).extracting(alias -> alias.entity().id()).contains("geo:2761369");
        assertThat(aliases).allSatisfy(alias -> assertThat(alias.confidence()).isBetween(0.1, 1.0));
    }
}

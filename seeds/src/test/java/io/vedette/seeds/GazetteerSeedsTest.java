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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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

    @Test
    void knowsRegionsAndWatersInTheScriptsThatNewsUses() {
        assertThat(gazetteer.places("Strait of Hormuz")).containsExactly("water:hormuz");
        assertThat(gazetteer.places("Ормузский пролив")).containsExactly("water:hormuz");
        assertThat(gazetteer.places("مضيق هرمز")).containsExactly("water:hormuz");
        assertThat(gazetteer.places("Харківщина")).containsExactly("admin1:UA.07");
        assertThat(gazetteer.areas("area:donbas")).contains("country:UA", "area:europe");
        assertThat(gazetteer.areas("place:new-england")).contains("country:US");
    }

    @Test
    void placesOfTheTablesKeepWhatGeoNamesKnowsOfThem() {
        Entity yaroslavl = gazetteer.entity("admin1:RU.88");
        assertThat(yaroslavl).isNotNull();
        assertThat(yaroslavl.location()).isNotNull();
        assertThat(yaroslavl.location().latitude()).isBetween(56.5, 59.0);
        assertThat(yaroslavl.population()).isPositive();
        assertThat(gazetteer.places("Ярославской области")).containsExactly("admin1:RU.88");
    }

    @Test
    void disputedPlacesCarryTheirCountryAndANote() {
        Entity simferopol = gazetteer.entity("geo:693805");
        assertThat(simferopol).isNotNull();
        assertThat(simferopol.country()).isEqualTo("UA");
        assertThat(simferopol.note()).contains("occupied by Russia since 2014");
        assertThat(gazetteer.entity("geo:689304").note()).isNull();
    }

    @Test
    void aUsersOwnFilesWin() throws IOException {
        Map<String, String> own = Map.of(
                "gazetteer/my-disputed.tsv",
                "admin1:UA.11\tRU\tRepublic of Crimea\tas seen from elsewhere\narea:crimea\tRU\n",
                "gazetteer/my-places.tsv",
                "place:depot\tFACILITY\tNorthern depot\tUA\tadmin1:UA.07\t50\t36\t\t\tDepot N\n",
                "gazetteer/my-actors.tsv",
                "org:mine\tORGANISATION\tUA\tOur Organisation\tOO\n");
        Gazetteer mine = GazetteerReader.read(
                path -> own.containsKey(path)
                        ? new ByteArrayInputStream(own.get(path).getBytes(StandardCharsets.UTF_8))
                        : Seeds.open(path),
                "mine");
        Entity simferopol = mine.entity("geo:693805");
        assertThat(simferopol).isNotNull();
        assertThat(simferopol.country()).isEqualTo("RU");
        assertThat(simferopol.location().country()).isEqualTo("RU");
        assertThat(simferopol.note()).isEqualTo("as seen from elsewhere");
        assertThat(mine.areas("geo:693805")).contains("country:RU").doesNotContain("country:UA");
        assertThat(mine.places("Republic of Crimea")).contains("admin1:UA.11");
        assertThat(mine.places("Depot N")).containsExactly("place:depot");
        assertThat(mine.actors("OO")).containsExactly("org:mine");
    }
}

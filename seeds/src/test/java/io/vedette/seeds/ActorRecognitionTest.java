package io.vedette.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vedette.text.Alternative;
import io.vedette.text.Document;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.GazetteerReader;
import io.vedette.text.language.TokenizedDocument;
import io.vedette.text.mention.MentionTagger;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActorRecognitionTest {

    private static MentionTagger tagger;

    @BeforeAll
    static void readTheGazetteer() throws IOException {
        tagger = new MentionTagger(GazetteerReader.read(Seeds::open, "test"));
    }

    private static List<Mention> actors(String text) {
        return tagger.tag(TokenizedDocument.of(Document.of(text))).stream()
                .filter(mention -> mention.kind() == MentionKind.ACTOR)
                .toList();
    }

    private static List<String> people(String text) {
        return actors(text).stream()
                .filter(mention -> mention.type() == MentionType.PERSON)
                .map(Mention::text)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Defence Minister Jarek Wolny flew to Riga. | Jarek Wolny
            A spokesman for the ministry, Anders Holmqvist, declined to comment. | Anders Holmqvist
            "We are ready," said Tomasz Brzezicki. | Tomasz Brzezicki
            Olga Marenkova, 45, lost her house in the flood. | Olga Marenkova
            Idris Ba-Kouyaté (born 1961) is a Malian politician. | Idris Ba-Kouyaté
            The pianist Lenka Horáková played in Prague. | Lenka Horáková
            The letter was from Ludwig van der Meeren. | Ludwig van der Meeren
            They followed Abu Bakr al-Sayegh for years. | Abu Bakr al-Sayegh
            Police arrested Richard "Dusty" Colburn. | Richard "Dusty" Colburn
            They praised Secretary of State Ruth Vanderhall. | Ruth Vanderhall
            Former Liberal Party leader Ewan Tarrant resigned. | Ewan Tarrant
            """)
    void findsPeopleWithoutTheirTitles(String text, String name) {
        assertThat(people(text)).containsExactly(name);
    }

    @Test
    void whoIsNamedInAListWithPeopleIsAPerson() {
        assertThat(people("Among them were Pavel Sokol, Ignacy Wilk, and Marta Drozd."))
                .containsExactly("Pavel Sokol", "Ignacy Wilk", "Marta Drozd");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Jarek Wolny, 51, flew to Riga. On Monday Wolny met nobody there. | Wolny
            Lenka Horáková, a singer, played in Prague. Horakova is 28. | Horakova
            Sinéad O’Brien, who was there with the others, left early. The brother of O'Brien stayed. | O'Brien
            """)
    void aSurnameAloneIsWhoeverWasNamedInFull(String text, String surname) {
        assertThat(actors(text)).anySatisfy(mention -> {
            assertThat(mention.text()).isEqualTo(surname);
            assertThat(mention.type()).isEqualTo(MentionType.PERSON);
            assertThat(mention.context()).isEqualTo("named in full elsewhere");
        });
    }

    @Test
    void theFamilyNameIsTheFirstWordWhereItComesFirst() {
        assertThat(actors("Kim Jong Un met the envoys. They said Kim left early."))
                .filteredOn(mention -> mention.text().equals("Kim"))
                .extracting(Mention::entityId)
                .containsExactly("person:kim-jong-un");
    }

    @Test
    void aKnownSurnameIsTheNamesakeThatTheArticleNamesInFull() {
        List<Mention> actors = actors("They saw Hunter Biden there. Reporters say Biden left early.");

        assertThat(actors).extracting(Mention::text).containsExactly("Hunter Biden", "Biden");
        assertThat(actors).extracting(Mention::entityId).containsOnlyNulls();
        assertThat(actors.get(1).alternatives())
                .extracting(Alternative::entityId)
                .contains("person:joe-biden");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            He studied at the University of Greyhaven. | University of Greyhaven | ORGANISATION
            She teaches at Fennmoor College. | Fennmoor College | ORGANISATION
            The Council for the Arts disagreed. | Council for the Arts | ORGANISATION
            It went to the Food and Drug Bureau. | Food and Drug Bureau | AGENCY
            The Democratic Workers' Party lost. | Democratic Workers' Party | PARTY
            They voted for the Partido Verde. | Partido Verde | PARTY
            Shares of Nordvik Airlines fell. | Nordvik Airlines | COMPANY
            They sued Castell & Sons. | Castell & Sons | COMPANY
            It beat the Boston Lamplighters. | Boston Lamplighters | ORGANISATION
            The band Copper Lantern split up. | Copper Lantern | ORGANISATION
            Oudewijk is a football club from the coast. | Oudewijk | ORGANISATION
            He was in the Queen Elizabeth Hospital. | Queen Elizabeth Hospital | ORGANISATION
            On Tuesday the Commission rejected it. | Commission | ORGANISATION
            Danish exchange students met them. | Danish exchange students | GROUP
            He spoke to the people of Mali. | people of Mali | GROUP
            """)
    void findsBodiesByTheirHeadAndWhatIsSaidOfThem(String text, String name, MentionType type) {
        assertThat(actors(text)).anySatisfy(mention -> {
            assertThat(mention.text()).isEqualTo(name);
            assertThat(mention.type()).isEqualTo(type);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They sang \"Silver Morning\" that night.",
                "In October, the band left.",
                "An improvised explosive device (IED) went off. The IED was large.",
                "MINISTER RESIGNS AFTER PROTESTS IN CITIES",
                "He came second in the third division in the 20th century.",
                "Greyhaven is a village in the north.",
            })
    void leavesAloneWhatIsNoActor(String text) {
        assertThat(actors(text)).isEmpty();
    }

    @Test
    void anAcronymInBracketsIsWhatItStandsFor() {
        List<Mention> actors = actors("The Harbor Workers Union (HWU) called a strike. The HWU said it would last.");

        assertThat(actors).extracting(Mention::text).containsExactly("Harbor Workers Union", "HWU", "HWU");
        assertThat(actors).extracting(Mention::type).containsOnly(MentionType.ORGANISATION);
    }

    @Test
    void anAcronymThatTheArticleExplainsIsNotItsUsualMeaning() {
        List<Mention> actors = actors("The Northern Alpine Trekking Organization (NATO) met. Hikers like NATO.");

        assertThat(actors)
                .filteredOn(mention -> mention.text().equals("NATO"))
                .hasSize(2)
                .allSatisfy(mention -> {
                    assertThat(mention.entityId()).isNull();
                    assertThat(mention.alternatives())
                            .extracting(Alternative::entityId)
                            .containsExactly("nato");
                });
    }

    @Test
    void aHeadingHoldsOnlyNamesThatTheTextHasShown() {
        assertThat(people("WOLNY RESIGNS AFTER WEEKS OF PROTESTS\nJarek Wolny, 51, stepped down."))
                .containsExactly("WOLNY", "Jarek Wolny");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Turkey and Qatar signed an agreement. | TR.gov
            Talks with Iran failed. | IR.gov
            Japan's pledge stands. | JP.gov
            Our ally Canada helped. | CA.gov
            Member nations include Belgium, Denmark and Spain. | DK.gov
            """)
    void aCountryThatActsIsItsGovernment(String text, String government) {
        assertThat(actors(text)).extracting(Mention::entityId).contains(government);
    }

    @Test
    void aCountryWhereSomethingHappensIsOnlyAPlace() {
        assertThat(actors("He lives in Turkey and has never seen Qatar.")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            The 72nd Separate Mechanised Brigade held. | 72nd Separate Mechanised Brigade | ua-72mb
            They saw the 72nd Mechanized Brigade. | 72nd Mechanized Brigade | ua-72mb
            Russia's First Guards Tank Army moved. | First Guards Tank Army | ru-1gta
            The 14th Brigade's 2nd Battalion dug in. | 2nd Battalion | -
            Pilots of the 407th AEG took off. | 407th AEG | -
            He led IV Corps for a year. | IV Corps | -
            The 65 Air Division was formed. | 65 Air Division | -
            Men of the 93d Kholodny Brigade came. | 93d Kholodny Brigade | -
            """)
    void findsUnitsHoweverTheirNumberIsWritten(String text, String name, String id) {
        assertThat(actors(text)).anySatisfy(mention -> {
            assertThat(mention.text()).isEqualTo(name);
            assertThat(mention.type()).isEqualTo(MentionType.MILITARY_UNIT);
            assertThat(mention.entityId()).isEqualTo(id);
        });
    }

    @Test
    void aUnitOfAnotherStateIsNotTheKnownOne() {
        assertThat(actors("The Polish 72nd Mechanised Brigade held."))
                .filteredOn(mention -> mention.type() == MentionType.MILITARY_UNIT)
                .extracting(Mention::entityId)
                .containsOnlyNulls();
    }

    @Test
    void theNumberAloneIsTheUnitNamedBefore() {
        assertThat(actors("The 72nd Mechanised Brigade held the town. The 72nd was tired."))
                .extracting(Mention::text, Mention::entityId)
                .contains(tuple("72nd", "ua-72mb"));
    }
}

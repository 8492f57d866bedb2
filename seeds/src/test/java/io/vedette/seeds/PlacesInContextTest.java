package io.vedette.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Document;
import io.vedette.text.Location;
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

/** Which place a name means, and whether it is one at all, by what the article says. */
class PlacesInContextTest {

    private static MentionTagger tagger;

    @BeforeAll
    static void readTheGazetteer() throws IOException {
        tagger = new MentionTagger(GazetteerReader.read(Seeds::open, Seeds.version("gazetteer")));
    }

    private static List<Mention> places(String text) {
        return tagger.tag(TokenizedDocument.of(Document.of(text))).stream()
                .filter(mention -> mention.kind() == MentionKind.PLACE)
                .toList();
    }

    private static Mention place(String text, String words) {
        return places(text).stream()
                .filter(mention -> mention.text().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is no place in: " + text));
    }

    private static String division(String text, String words) {
        Mention mention = place(text, words);
        Location location = mention.location();
        return mention.country() + " " + (location == null ? "" : Math.round(location.latitude()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Two men from Paris, Texas, were fined on Monday. | Paris | US 34
            Two men from Paris were fined in France on Monday. | Paris | FR 49
            The mill in Athens, Ga., closed. | Athens | US 34
            ALEXANDRIA, La. (AP) -- The bridge is shut. | ALEXANDRIA | US 31
            Officials in Georgia said Atlanta and Savannah would open schools; Augusta would not. | Georgia | US 33
            Officials in Georgia said Tbilisi and Batumi would open schools; Kutaisi would not. | Georgia | GE 42
            Police in Cambridge said the thief fled to Ely and Peterborough. | Cambridge | GB 52
            Police in Cambridge said the thief fled to Somerville, Medford and Boston. | Cambridge | US 42
            The county seat is Paris. Farmers drove in from Lamar County, from Bonham and from Texarkana. | Paris | US 34
            """)
    void whatIsNamedBesideANameDecidesWhichPlaceIsMeant(String text, String words, String where) {
        assertThat(division(text, words)).isEqualTo(where);
    }

    @Test
    void aNameMeansOnePlaceThroughoutTheArticle() {
        String text = "A fire broke out in Paris, Texas. The mayor of Paris said that no one was hurt.";

        assertThat(places(text))
                .filteredOn(mention -> mention.text().equals("Paris"))
                .hasSize(2)
                .allSatisfy(mention -> assertThat(mention.country()).isEqualTo("US"));
    }

    @Test
    void aNameThatIsQualifiedInTwoWaysMeansTwoPlaces() {
        String text = "She moved from Birmingham, Alabama, to Birmingham, England.";

        assertThat(places(text))
                .filteredOn(mention -> mention.text().equals("Birmingham"))
                .extracting(Mention::country)
                .containsExactly("US", "GB");
    }

    @Test
    void theWordsAroundSayWhetherTheTownOrTheRegionIsMeant() {
        assertThat(place("Shelling went on in the Kharkiv region.", "Kharkiv").type())
                .isEqualTo(MentionType.REGION);
        assertThat(place("Shelling went on in the city of Kharkiv.", "Kharkiv").type())
                .isEqualTo(MentionType.SETTLEMENT);
    }

    @Test
    void saysWhatDecided() {
        assertThat(place("Two men from Paris, Texas, were fined.", "Paris").context())
                .isEqualTo("\"Texas\" follows");
        assertThat(place("Police in Cambridge said the thief fled to Somerville, Medford and Boston.", "Cambridge")
                        .context())
                .isEqualTo("near other places in Massachusetts");
    }

    @Test
    void showsTheRunnersUpWhenItIsClose() {
        Mention springfield = place("The accident happened in Springfield.", "Springfield");

        assertThat(springfield.alternatives()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(springfield.alternatives())
                .allSatisfy(other -> assertThat(other.confidence()).isBetween(0.0, springfield.confidence()));
        assertThat(place("The accident happened in Springfield, Illinois.", "Springfield")
                        .alternatives())
                .isEmpty();
    }

    @Test
    void isSurerOfANameThatOnlyOnePlaceHas() {
        assertThat(place("He was born in Kyiv.", "Kyiv").confidence())
                .isGreaterThan(
                        place("He was born in Springfield.", "Springfield").confidence());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Section 4 of the act was amended. | Section
            Terry Chase lost his job. Later Chase found another. | Chase
            "Going there helped," she wrote. | Going
            None of them was hurt. | None
            Mr Lincoln spoke first. | Lincoln
            """)
    void wordsAndPeopleThatShareANameWithATownAreNoPlaces(String text, String words) {
        assertThat(places(text)).extracting(Mention::text).doesNotContain(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A body was found in the Kishwaukee River near Rockford, Illinois. | Kishwaukee River | WATER
            Shots were fired on Herring Street in Dallas. | Herring Street | FACILITY
            The army took the village of Zabavne on Friday. | Zabavne | SETTLEMENT
            """)
    void placesThatNoGazetteerHasAreKnownByHowTheyAreCalled(String text, String words, MentionType type) {
        Mention place = place(text, words);

        assertThat(place.type()).isEqualTo(type);
        assertThat(place.entityId()).isNull();
    }

    @Test
    void aPlaceThatIsNotKnownIsPutWhereTheClosestTownIs() {
        Mention street = place("Shots were fired on Herring Street in Dallas.", "Herring Street");

        assertThat(street.country()).isEqualTo("US");
        assertThat(street.location()).isNotNull();
        assertThat(street.location().geonameId()).isNull();
        assertThat(street.location().latitude()).isBetween(32.0, 33.5);
        assertThat(street.context()).contains("Dallas");
    }

    @Test
    void aPlaceThatIsNotKnownIsNowhereWhenNoTownIsNamed() {
        assertThat(place("Shots were fired on Herring Street.", "Herring Street")
                        .location())
                .isNull();
    }

    @Test
    void aPlaceInsideTheNameOfABodyIsAMentionOfItsOwn() {
        assertThat(places("A spokesman for the Kharkiv Police Department declined to comment on the Kharkiv blast."))
                .extracting(Mention::text)
                .contains("Kharkiv");
    }

    @Test
    void manyNamesTakeNoMoreThanLinearTime() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            text.append("He went from Springfield to Paris, then near San Jose and Santa Maria, ");
        }

        assertThat(places(text.toString())).hasSizeGreaterThan(10_000);
    }
}

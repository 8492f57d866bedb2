package io.vedette.text.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Annotations;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.MentionType;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FingerprinterTest {

    @Property(tries = 300)
    void anyTextGivesAFingerprint(@ForAll String title, @ForAll String body) {
        Fingerprint fingerprint = of(title, body + " " + title + body);

        assertThat(fingerprint.terms()).hasSizeLessThanOrEqualTo(Fingerprint.MOST_TERMS);
        assertThat(fingerprint.sketch().bins().length).isIn(0, Sketch.BINS);
    }

    @Test
    void caseDiacriticsAndEndingsMakeNoDifference() {
        assertThat(of(null, "rebels shelled Kraków").terms())
                .containsExactly(of(null, "REBEL SHELLING KRAKOW").terms());
    }

    @Test
    void aNumberIsOneTermHoweverItsThousandsAreSeparated() {
        assertThat(of(null, "1,200 troops").terms())
                .containsExactly(of(null, "1200 troops").terms());
    }

    @Test
    void theCommonestWordsAreNoTerms() {
        assertThat(of(null, "It was said that the people of the news were there again on this day.")
                        .terms())
                .isEmpty();
    }

    @Test
    void aNameIsToldByItsCapitalButNotInAHeadlineOfCapitals() {
        assertThat(kinds(of(null, "Ships left Odesa"))).contains(TermKind.NAME);
        assertThat(kinds(of("Grain Ships Left Harbour Yesterday Evening", ""))).doesNotContain(TermKind.NAME);
    }

    @Test
    void wordsWithinTheNameOfAPersonOrPlaceAreSuch() {
        Document document = Document.of("Grain from Mary Brown of Odesa");
        Mention person = mention(11, 21, MentionType.PERSON);
        Mention place = mention(25, 30, MentionType.SETTLEMENT);

        Fingerprint fingerprint =
                Fingerprinter.of(document, new Annotations("en", List.of(person, place), List.of()), null, null);

        assertThat(kinds(fingerprint))
                .containsExactlyInAnyOrder(TermKind.WORD, TermKind.PERSON, TermKind.PERSON, TermKind.PLACE);
    }

    private static Mention mention(int start, int end, MentionType type) {
        return new Mention(Field.BODY, start, end, "", type, null, null, 1, null, "test", null, null);
    }

    @Test
    void aLongTextIsReadAtItsBeginningButSketchedWhole() {
        String lead = "Ships left Odesa. ";
        Fingerprint one = of(null, lead + "x y z ".repeat(2_000) + "first ending of it all");
        Fingerprint other = of(null, lead + "x y z ".repeat(2_000) + "second ending of it");

        assertThat(one.terms()).containsExactly(other.terms());
        assertThat(one.sketch().shingles()).isGreaterThan(6_000);
    }

    @Test
    void theOutletIsTheHostWhereNoSourceIsNamed() {
        Document document = Document.of("A text.");
        Annotations none = new Annotations("en", List.of(), List.of());

        int host = Fingerprinter.of(document, none, null, "https://www.example.org/a/b")
                .outlet();

        assertThat(host)
                .isEqualTo(Fingerprinter.of(document, none, "Example.org", null).outlet());
        assertThat(Fingerprinter.of(document, none, " ", null).outlet()).isZero();
    }

    private static List<Byte> kinds(Fingerprint fingerprint) {
        Byte[] kinds = new Byte[fingerprint.kinds().length];
        Arrays.setAll(kinds, i -> fingerprint.kinds()[i]);
        return List.of(kinds);
    }

    private static Fingerprint of(String title, String body) {
        return Fingerprinter.of(
                new Document(title, body, null, null), new Annotations("en", List.of(), List.of()), null, null);
    }
}

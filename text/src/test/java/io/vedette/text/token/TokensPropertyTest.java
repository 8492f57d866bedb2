package io.vedette.text.token;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of any string, also of those that no writer would write. */
class TokensPropertyTest {

    private static final int TRIES = 400;

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> wild = Arbitraries.strings().all().ofMaxLength(200);
        Arbitrary<String> awkward = Arbitraries.strings()
                .withChars("aZ sS.'’\"“”-–\n\r\t01,:?!()\0\uD83D\uDE00\u00AD\u200B\u0301\uFEFFёїأ漢")
                .ofMaxLength(200);
        Arbitrary<String> lettersOfTables = Arbitraries.strings()
                .withCharRange('\0', '\u0710')
                .withChars(" .'ßİǅ")
                .ofMaxLength(200);
        return Arbitraries.oneOf(wild, awkward, lettersOfTables);
    }

    @Property(tries = TRIES)
    void tokensAreInOrderAndInsideTheText(@ForAll("texts") String text) {
        Tokens tokens = Tokens.of(text);
        int last = 0;
        for (int i = 0; i < tokens.count(); i++) {
            assertThat(tokens.start(i)).isGreaterThanOrEqualTo(last);
            assertThat(tokens.end(i)).isGreaterThan(tokens.start(i)).isLessThanOrEqualTo(text.length());
            assertThat(tokens.norm(i)).isNotNull();
            last = tokens.end(i);
        }
    }

    @Property(tries = TRIES)
    void theHashIsThatOfTheFoldedToken(@ForAll("texts") String text) {
        Tokens tokens = Tokens.of(text);
        for (int i = 0; i < tokens.count(); i++) {
            String folded = Folding.fold(text, tokens.start(i), tokens.end(i));
            assertThat(tokens.norm(i)).isEqualTo(folded);
            assertThat(tokens.normHash(i)).isEqualTo(Tokens.hashOf(folded));
        }
    }

    @Property(tries = TRIES)
    void tokensCoverEverythingButSpace(@ForAll("texts") String text) {
        Tokens tokens = Tokens.of(text);
        int last = 0;
        for (int i = 0; i <= tokens.count(); i++) {
            int next = i < tokens.count() ? tokens.start(i) : text.length();
            assertThat(text.substring(last, next).codePoints()).allMatch(Shape::isSpace);
            last = i < tokens.count() ? tokens.end(i) : next;
        }
    }

    @Property(tries = TRIES)
    void sentencesPartitionTheTokens(@ForAll("texts") String text) {
        Tokens tokens = Tokens.of(text);
        int next = 0;
        for (int s = 0; s < tokens.sentences(); s++) {
            assertThat(tokens.sentenceStart(s)).isEqualTo(next);
            assertThat(tokens.sentenceEnd(s)).isGreaterThan(next);
            for (int i = next; i < tokens.sentenceEnd(s); i++) {
                assertThat(tokens.sentenceOf(i)).isEqualTo(s);
            }
            next = tokens.sentenceEnd(s);
        }
        assertThat(next).isEqualTo(tokens.count());
    }

    @Property(tries = 20)
    void splittingTwiceGivesTheSame(@ForAll("texts") String text) {
        Tokens first = Tokens.of(text);
        Tokens second = Tokens.of(text);
        assertThat(second.count()).isEqualTo(first.count());
        assertThat(second.sentences()).isEqualTo(first.sentences());
    }
}

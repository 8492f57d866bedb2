package io.vedette.text.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static List<String> words(String text) {
        Tokens tokens = Tokens.of(text);
        return IntStream.range(0, tokens.count()).mapToObj(tokens::word).toList();
    }

    private static List<String> norms(String text) {
        Tokens tokens = Tokens.of(text);
        return IntStream.range(0, tokens.count()).mapToObj(tokens::norm).toList();
    }

    private static List<String> sentences(String text) {
        Tokens tokens = Tokens.of(text);
        return IntStream.range(0, tokens.sentences())
                .mapToObj(s -> tokens.span(tokens.sentenceStart(s), tokens.sentenceEnd(s)))
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }

    @Test
    void splitsThePossessiveOff() {
        assertThat(words("Ukraine’s border guard, the troops' flag"))
                .containsExactly("Ukraine", "’s", "border", "guard", ",", "the", "troops", "'", "flag");
        assertThat(Tokens.of("Ukraine's").kind(1)).isEqualTo(TokenKind.POSSESSIVE);
        assertThat(Tokens.of("the troops’ flag").kind(2)).isEqualTo(TokenKind.POSSESSIVE);
        assertThat(words("the U.S.'s ally")).containsExactly("the", "U.S.", "'s", "ally");
    }

    @Test
    void aQuotationThatEndsInSIsClosedRatherThanPossessive() {
        assertThat(Tokens.of("the ‘brave troops’ went").kind(4)).isEqualTo(TokenKind.QUOTE);
    }

    @Test
    void keepsContractionsAndNamesWhole() {
        assertThat(words("They don’t know O'Brien")).containsExactly("They", "don’t", "know", "O'Brien");
        assertThat(words("l'armée d’Ukraine")).containsExactly("l'", "armée", "d’", "Ukraine");
    }

    @Test
    void splitsAtHyphens() {
        assertThat(words("Moscow-backed pre–war")).containsExactly("Moscow", "-", "backed", "pre", "–", "war");
    }

    @Test
    void keepsAcronymsAndNumbersWhole() {
        assertThat(words("The U.S. spent £1,000.50 at 10:30 a.m., 1st"))
                .containsExactly("The", "U.S.", "spent", "£", "1,000.50", "at", "10:30", "a.m.", ",", "1st");
        assertThat(norms("U.S U.S.")).containsExactly("u.s.", "u.s.");
    }

    @Test
    void foldsWhatWritersUseInterchangeably() {
        assertThat(norms("São Łódź Ґонґадзе Ёлка й ї Straße"))
                .containsExactly("sao", "lodz", "гонгадзе", "елка", "й", "ї", "strasse");
        assertThat(norms("أحمد إلى القاهرة")).containsExactly("احمد", "الي", "القاهره");
        assertThat(norms("e\u0301te\u0301 don’t — „x”")).containsExactly("ete", "don't", "-", "\"", "x", "\"");
    }

    @Test
    void tellsHowAWordIsWritten() {
        Tokens tokens = Tokens.of("NATO Kyiv army U.S. I");
        assertThat(IntStream.range(0, 5).mapToObj(tokens::capitalised)).containsExactly(true, true, false, true, true);
        assertThat(IntStream.range(0, 5).mapToObj(tokens::allCaps)).containsExactly(true, false, false, true, false);
    }

    @Test
    void endsSentencesAtStopsAndLineBreaks() {
        assertThat(sentences("He left. She stayed!\nA line\nAnother"))
                .containsExactly("He left.", "She stayed!", "A line", "Another");
    }

    @Test
    void aClosingQuoteBelongsToTheSentenceThatItCloses() {
        assertThat(sentences("“We won.” They left. \"Really?\" he said."))
                .containsExactly("“We won.”", "They left.", "\"Really?\" he said.");
        assertThat(sentences("(It rained.) He slept.")).containsExactly("(It rained.)", "He slept.");
    }

    @Test
    void abbreviationsInitialsAndAcronymsEndNoSentence() {
        assertThat(sentences("Gen. Mark A. Milley met U.S. Senator Graham in the U.S. The talks failed."))
                .containsExactly("Gen. Mark A. Milley met U.S. Senator Graham in the U.S.", "The talks failed.");
    }

    @Test
    void everyTokenKnowsItsSentence() {
        Tokens tokens = Tokens.of("One two. Three.");
        assertThat(IntStream.range(0, tokens.count()).map(tokens::sentenceOf).toArray())
                .containsExactly(0, 0, 0, 1, 1);
    }
}

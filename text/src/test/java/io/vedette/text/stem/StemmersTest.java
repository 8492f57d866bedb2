package io.vedette.text.stem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemmersTest {

    @ParameterizedTest
    @CsvSource({
        "en, routes, route",
        "en-GB, withdrawing, withdrawals",
        "EN, claimed, claims",
        "ru, танков, танки",
        "de, angriffe, angriff",
        "fr, soldats, soldat",
        "es, tropas, tropa",
        "ar, المقاتلين, مقاتلين",
    })
    void formsOfOneWordHaveOneStem(String language, String one, String another) {
        assertThat(Stemmers.of(language).stem(one))
                .isEqualTo(Stemmers.of(language).stem(another));
    }

    @ParameterizedTest
    @CsvSource({"uk, танків", "und, routes", "xx-YY, routes", "'', routes"})
    void wordsOfALanguageWithoutAStemmerStayAsTheyAre(String language, String word) {
        assertThat(Stemmers.of(language).stem(word)).isEqualTo(word);
    }

    @Test
    void aLanguageHasOneStemmer() {
        assertThat(Stemmers.of("en-US")).isSameAs(Stemmers.of("en"));
    }

    @Test
    void aStemIsTheSameAgainAfterManyOtherWords() {
        Stemmer english = Stemmers.of("en");
        String before = english.stem("attacks");
        for (int i = 0; i < 100_000; i++) {
            english.stem("word" + i);
        }

        assertThat(english.stem("attacks")).isEqualTo(before).isEqualTo("attack");
    }

    @Test
    void whatIsTooLongForAWordStaysAsItIs() {
        String word = "ing".repeat(1_000);

        assertThat(Stemmers.of("en").stem(word)).isSameAs(word);
    }
}

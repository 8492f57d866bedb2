package io.vedette.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GistTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Two were hurt. | two  WERE hurt",
                "“Two” were hurt | 'Two' were hurt",
                "A well-known man | A well known man",
                "Rain — and snow | Rain - and snow",
                "In the U.S. army | In the US army",
                "From 2020–2021 on | From 2020-2021 on",
                "soft\u00adhyphen | softhyphen"
            })
    void whatAReaderWouldCallTheSameIsEqual(String one, String other) {
        assertThat(Gist.ofText(one)).isEqualTo(Gist.ofText(other));
        assertThat(Gist.ofTitle(one)).isEqualTo(Gist.ofTitle(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.5 million | 15 million",
                "1:2 | 12",
                "to 5 % | to 5",
                "$5 | 5",
                "War over? | War over",
                "now here | nowhere",
                "Two were hurt | Three were hurt"
            })
    void whatChangesTheMeaningIsNot(String one, String other) {
        assertThat(Gist.ofText(one)).isNotEqualTo(Gist.ofText(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Updated 14:05",
                "Last updated: 23 November 2026",
                "(Published on Nov. 3, 2026 at 9.15 am)",
                "Aktualisiert am 3. November 2026, 14:05 Uhr",
                "Обновлено 23.11.2026",
                "Updated 5 minutes ago"
            })
    void theLineThatSaysWhenItWasUpdatedIsCosmetic(String stamp) {
        assertThat(Gist.ofText("Rain fell.\n" + stamp + "\nIt was wet."))
                .isEqualTo(Gist.ofText("Rain fell.\n\nIt was wet."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Updated rules allow five dead whales", "The army updated its count to 2026", "Standard 2020"})
    void otherLinesThatLookLikeItAreNot(String line) {
        assertThat(Gist.ofText("Rain fell.\n" + line)).isNotEqualTo(Gist.ofText("Rain fell."));
    }

    @Property(tries = 300)
    void theGistOfAGistIsTheSame(@ForAll String text) {
        String gist = Gist.ofTitle(text);
        assertThat(Gist.ofTitle(gist)).isEqualTo(gist);
        assertThat(Gist.ofText(text)).isNotNull();
    }
}

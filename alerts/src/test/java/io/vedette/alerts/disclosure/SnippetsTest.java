package io.vedette.alerts.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Span;
import org.junit.jupiter.api.Test;

class SnippetsTest {

    @Test
    void isTheSentenceAroundTheWords() {
        assertThat(around("It rained. The convoy left. It rained on.", "convoy"))
                .isEqualTo("The convoy left.");
    }

    @Test
    void spansTheSentencesThatTheWordsSpan() {
        assertThat(around("One. Two left. Three came. Four.", "left. Three")).isEqualTo("Two left. Three came.");
    }

    @Test
    void cutsASentenceWithoutEndAroundTheWords() {
        String text = "word ".repeat(1_000) + "convoy" + " word".repeat(1_000);

        String snippet = around(text, "convoy");

        assertThat(snippet).contains("convoy").hasSizeLessThanOrEqualTo(Snippets.LIMIT + 1);
    }

    @Test
    void neverCutsACharacterInTwo() {
        String text = "\uD83D\uDE80".repeat(2_000) + "convoy" + "\uD83D\uDE80".repeat(2_000);

        assertThat(around(text, "convoy")).matches("(\uD83D\uDE80)*convoy(\uD83D\uDE80)*");
    }

    private static String around(String text, String words) {
        int start = text.indexOf(words);
        Span span = new Snippets(Document.of(text)).around(Field.BODY, start, start + words.length());
        return text.substring(span.start(), span.end());
    }
}

package io.vedette.text.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordTableTest {

    @Test
    void aTokenIsFoundByItsNorm() {
        WordTable table = new WordTable(-1);
        table.put("zelenskyy", 7);
        table.put("київ", 8);
        Tokens tokens = Tokens.of("ZELENSKYY in Київ");

        assertThat(table.get(tokens, 0)).isEqualTo(7);
        assertThat(table.get(tokens, 1)).isEqualTo(-1);
        assertThat(table.get(tokens, 2)).isEqualTo(8);
    }

    @Test
    void itGrowsAndKeepsEveryWord() {
        WordTable table = new WordTable(-1);
        for (int i = 0; i < 10_000; i++) {
            table.put("word" + i, i);
        }
        for (int i = 0; i < 10_000; i++) {
            assertThat(table.get("word" + i)).isEqualTo(i);
        }
        assertThat(table.get("word")).isEqualTo(-1);
    }

    @Test
    void theLastNumberOfAWordCounts() {
        WordTable table = new WordTable(0);
        table.put("a", 1);
        table.put("a", 2);

        assertThat(table.get("a")).isEqualTo(2);
    }

    @Test
    void aWordSetTellsOfTokensAndOfStrings() {
        WordSet words = WordSet.of("the", "don't");
        Tokens tokens = Tokens.of("The man: don’t");

        assertThat(words.has(tokens, 0)).isTrue();
        assertThat(words.has(tokens, 1)).isFalse();
        assertThat(words.has(tokens, 3)).isTrue();
        assertThat(words.contains("the")).isTrue();
        assertThat(words).containsExactlyInAnyOrder("the", "don't");
    }
}

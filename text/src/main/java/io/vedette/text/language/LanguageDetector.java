package io.vedette.text.language;

import io.vedette.text.token.TokenKind;
import io.vedette.text.token.Tokens;
import io.vedette.text.token.WordTable;
import java.util.Set;

/**
 * Tells a text's language by its stop words: English, Ukrainian, Russian, Arabic, French, German or Spanish.  Looks at
 * the first 180 words, about 1,000 characters.
 */
public final class LanguageDetector {

    /** What BCP 47 calls a language that could not be told. */
    public static final String UNDETERMINED = "und";

    private static final int WORDS_LOOKED_AT = 180;
    private static final double LEAST_SHARE = 0.08;
    private static final WordTable STOP_WORDS = WordTable.of(StopWords.byWord(), 0);
    private static final int UKRAINIAN = StopWords.LANGUAGES.indexOf("uk");
    private static final int RUSSIAN = StopWords.LANGUAGES.indexOf("ru");

    private LanguageDetector() {}

    /**
     * The language of these tokens.
     *
     * @return BCP 47, {@link #UNDETERMINED} where too few stop words of any language are found
     */
    public static String detect(Tokens tokens) {
        int[] votes = new int[StopWords.LANGUAGES.size()];
        int words = 0;
        for (int i = 0; i < tokens.count() && words < WORDS_LOOKED_AT; i++) {
            if (tokens.kind(i) == TokenKind.WORD) {
                words++;
                vote(tokens, i, votes);
            }
        }
        int best = 0;
        for (int language = 1; language < votes.length; language++) {
            best = votes[language] > votes[best] ? language : best;
        }
        boolean enough = votes[best] > 0 && votes[best] >= words * LEAST_SHARE;
        return enough ? StopWords.LANGUAGES.get(best) : UNDETERMINED;
    }

    /** The commonest words of all these languages, lower case and folded as tokens are. */
    public static Set<String> stopWords() {
        return StopWords.byWord().keySet();
    }

    private static void vote(Tokens tokens, int i, int[] votes) {
        int languages = STOP_WORDS.get(tokens, i);
        for (int language = 0; languages != 0; language++, languages >>= 1) {
            votes[language] += languages & 1;
        }
        if (tokens.text().charAt(tokens.start(i)) >= 0x400) {
            voteByLetters(tokens.norm(i), votes);
        }
    }

    /** Ukrainian and Russian share many stop words, but not these letters. */
    private static void voteByLetters(String word, int[] votes) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == 'і' || c == 'ї' || c == 'є') {
                votes[UKRAINIAN]++;
                return;
            }
            if (c == 'ы' || c == 'э' || c == 'ъ') {
                votes[RUSSIAN]++;
                return;
            }
        }
    }
}

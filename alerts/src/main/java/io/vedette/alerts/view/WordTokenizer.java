package io.vedette.alerts.view;

import io.vedette.text.stem.Stemmer;
import io.vedette.text.stem.Stemmers;
import io.vedette.text.token.Tokens;
import io.vedette.text.watch.query.Words;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Words as watches see them.  In an article each word stands in the index as it is written, for prefixes, and as its stem
 * in the language of the article; a word of a search stands for its stem in every language that it may be of.
 */
final class WordTokenizer extends Tokenizer {

    /** Between a language and a stem; no word has it. */
    private static final char MARK = '\u0001';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Collection<String> languages;
    private final boolean written;

    private Tokens tokens = Tokens.of("");
    private int next;
    private final Deque<String> sameWord = new ArrayDeque<>();

    private WordTokenizer(Collection<String> languages, boolean written) {
        this.languages = languages;
        this.written = written;
    }

    /** For a text of one language, BCP 47. */
    static WordTokenizer ofText(String text, String language) {
        WordTokenizer tokenizer = new WordTokenizer(Set.of(language), true);
        tokenizer.setReader(new java.io.StringReader(text));
        return tokenizer;
    }

    /** For what is searched for. */
    static WordTokenizer ofSearch(Collection<String> languages) {
        return new WordTokenizer(languages, false);
    }

    /** The primary language of a tag: "en" for "en-GB". */
    static String primary(String language) {
        int end = language.indexOf('-');
        return (end < 0 ? language : language.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[4_096];
        Reader reader = input;
        for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
            text.append(buffer, 0, read);
        }
        tokens = Tokens.of(text.toString());
        next = 0;
        sameWord.clear();
    }

    @Override
    public boolean incrementToken() {
        if (!sameWord.isEmpty()) {
            give(sameWord.remove(), 0);
            return true;
        }
        while (next < tokens.count()) {
            int token = next++;
            if (Words.counts(tokens.kind(token)) && !tokens.norm(token).isEmpty()) {
                sameWord.addAll(terms(tokens.norm(token)));
                give(sameWord.remove(), 1);
                return true;
            }
        }
        return false;
    }

    private void give(String word, int positions) {
        clearAttributes();
        term.setEmpty().append(word);
        increment.setPositionIncrement(positions);
    }

    private Set<String> terms(String norm) {
        Set<String> terms = new LinkedHashSet<>();
        if (written) {
            terms.add(norm);
        }
        terms.addAll(stems(norm, languages));
        return terms;
    }

    /** What stands in the index for a normed word in any of its forms, in each of these languages. */
    static Set<String> stems(String norm, Collection<String> languages) {
        Set<String> stems = new LinkedHashSet<>();
        for (String language : languages) {
            Stemmer stemmer = Stemmers.of(language);
            boolean none = stemmer == Stemmers.of("und");
            stems.add((none ? "" : primary(language)) + MARK + stemmer.stem(norm));
        }
        return stems;
    }
}

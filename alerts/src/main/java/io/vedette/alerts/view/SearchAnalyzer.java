package io.vedette.alerts.view;

import io.vedette.text.watch.query.Words;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Splits what somebody searches for as articles were split. */
final class SearchAnalyzer extends Analyzer {

    private final Collection<String> languages;

    /** @param languages those that the words may be of */
    SearchAnalyzer(Collection<String> languages) {
        this.languages = languages;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(WordTokenizer.ofSearch(languages));
    }

    /** What a prefix begins with is compared with words as they are written, in lower case and without diacritics. */
    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return new Folded(in);
    }

    private static final class Folded extends TokenFilter {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        Folded(TokenStream in) {
            super(in);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            List<String> words = Words.of(term.toString());
            if (!words.isEmpty()) {
                term.setEmpty().append(words.get(0));
            }
            return true;
        }
    }
}

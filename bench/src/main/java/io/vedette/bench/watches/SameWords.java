package io.vedette.bench.watches;

import io.vedette.text.stem.Stemmer;
import io.vedette.text.stem.Stemmers;
import io.vedette.text.token.TokenKind;
import io.vedette.text.token.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Lets Lucene find the words that Vedette finds: as they are, or in the field of stems their stems. */
final class SameWords extends Analyzer {

    /** Each field keeps its own tokens: reused for all of them, those of stems would become those of words. */
    SameWords() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new Words(field.equals(LuceneQueries.STEMS)));
    }

    private static final class Words extends Tokenizer {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Stemmer stemmer = Stemmers.of(Sample.LANGUAGE);
        private final boolean stemmed;
        private Tokens tokens = Tokens.of("");
        private int next;

        Words(boolean stemmed) {
            this.stemmed = stemmed;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            tokens = Tokens.of(text());
            next = 0;
        }

        private String text() {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[8_192];
            try {
                for (int n; (n = input.read(buffer)) >= 0; ) {
                    text.append(buffer, 0, n);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("reading from a string", e);
            }
            return text.toString();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            while (next < tokens.count()) {
                int at = next++;
                if (tokens.kind(at) == TokenKind.WORD || tokens.kind(at) == TokenKind.NUMBER) {
                    term.append(stemmed ? stemmer.stem(tokens.norm(at)) : tokens.norm(at));
                    return true;
                }
            }
            return false;
        }
    }
}

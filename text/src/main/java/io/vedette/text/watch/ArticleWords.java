package io.vedette.text.watch;

import io.vedette.text.Field;
import io.vedette.text.stem.Stemmer;
import io.vedette.text.token.Tokens;
import io.vedette.text.watch.query.Words;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The words of an article, numbered through its title and then its body: which are the same, and where sentences and
 * paragraphs end.  What few watches ask for is made when it is first asked for; a race makes it twice, and equal.
 */
final class ArticleWords {

    private final Stemmer stemmer;
    private final Tokens title;
    private final Tokens body;
    private final int[] tokens;
    private final int titleWords;
    private final WordGroups groups;
    private final WordLayer stems;
    private volatile @Nullable WordLayer norms;
    private volatile int @Nullable [] sentences;
    private volatile int @Nullable [] paragraphs;

    ArticleWords(Tokens title, Tokens body, Stemmer stemmer) {
        this.stemmer = stemmer;
        this.title = title;
        this.body = body;
        int[] counted = new int[title.count() + body.count() + 1];
        long[] hashes = new long[counted.length];
        titleWords = count(title, counted, hashes, 0);
        int words = count(body, counted, hashes, titleWords);
        tokens = Arrays.copyOf(counted, words);
        groups = WordGroups.of(hashes, words);
        stems = new WordLayer(WordGroups.of(stemHashes(), groups));
    }

    private static int count(Tokens tokens, int[] into, long[] hashes, int from) {
        int to = from;
        for (int i = 0; i < tokens.count(); i++) {
            hashes[to] = tokens.normHash(i);
            into[to] = i;
            to += Words.counts(tokens.kind(i)) ? 1 : 0;
        }
        return to;
    }

    /** The hashes of the stems of all norms. */
    private long[] stemHashes() {
        long[] hashes = new long[groups.count()];
        for (int i = 0; i < hashes.length; i++) {
            int word = groups.first(i);
            hashes[i] = stemmer.stemHash(text(word), tokens[word]);
        }
        return hashes;
    }

    int count() {
        return tokens.length;
    }

    Stemmer stemmer() {
        return stemmer;
    }

    /** The words by their stems. */
    WordLayer stems() {
        return stems;
    }

    /** The words by their norms. */
    WordLayer norms() {
        WordLayer layer = norms;
        if (layer == null) {
            layer = new WordLayer(groups);
            norms = layer;
        }
        return layer;
    }

    Field field(int position) {
        return position < titleWords ? Field.TITLE : Field.BODY;
    }

    /** One past the last word of the title. */
    int titleEnd() {
        return titleWords;
    }

    /** Whether both stand in the title or both in the body. */
    boolean sameField(int position, int other) {
        return position < titleWords == other < titleWords;
    }

    /** The first code unit of a word in its field. */
    int start(int position) {
        return text(position).start(tokens[position]);
    }

    /** One past the last code unit of a word in its field. */
    int end(int position) {
        return text(position).end(tokens[position]);
    }

    String norm(int position) {
        return text(position).norm(tokens[position]);
    }

    /** Whether the word is written so, letter by letter. */
    boolean isWritten(int position, String word) {
        int start = start(position);
        return end(position) - start == word.length() && text(position).text().startsWith(word, start);
    }

    /** The first word of the field that ends behind that code unit; the field's end if there is none. */
    int firstEndingAfter(Field field, int offset) {
        int low = field == Field.TITLE ? 0 : titleWords;
        int high = field == Field.TITLE ? titleWords : tokens.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (end(middle) > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** One past the last word of the field that starts before that code unit. */
    int endOfStartingBefore(Field field, int offset) {
        int low = field == Field.TITLE ? 0 : titleWords;
        int high = field == Field.TITLE ? titleWords : tokens.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (start(middle) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** One past the last word of the sentence that a word stands in. */
    int sentenceEnd(int position) {
        int[] ends = sentences;
        if (ends == null) {
            ends = ends((before, at) -> text(at).sentenceOf(tokens[before]) != text(at).sentenceOf(tokens[at]));
            sentences = ends;
        }
        return ends[position];
    }

    /** One past the last word of the paragraph that a word stands in: every line break ends one. */
    int paragraphEnd(int position) {
        int[] ends = paragraphs;
        if (ends == null) {
            ends = ends(this::isBroken);
            paragraphs = ends;
        }
        return ends[position];
    }

    private boolean isBroken(int before, int at) {
        String text = text(at).text();
        for (int i = end(before); i < start(at); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                return true;
            }
        }
        return false;
    }

    /** Says whether a stretch ends between two neighbouring words of one field. */
    private interface Break {
        boolean between(int before, int at);
    }

    private int[] ends(Break between) {
        int[] ends = new int[tokens.length];
        int end = tokens.length;
        for (int i = tokens.length - 1; i >= 0; i--) {
            ends[i] = end;
            if (i > 0 && (i == titleWords || between.between(i - 1, i))) {
                end = i;
            }
        }
        return ends;
    }

    private Tokens text(int position) {
        return position < titleWords ? title : body;
    }
}

package io.vedette.text.watch;

import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.stem.Stemmer;
import io.vedette.text.stem.Stemmers;
import io.vedette.text.token.Tokens;
import io.vedette.text.watch.query.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of an article, numbered through its title and then its body, and where each stem stands.  The stems of a text
 * form chains: {@code first} has the first word with a stem, {@code following} for each word the next one with the same.
 */
final class ArticleWords {

    static final int NONE = -1;

    private final Stemmer stemmer;
    private final Tokens title;
    private final Tokens body;
    private final int[] tokens;
    private final String[] stems;
    private final int[] following;
    private final int titleWords;
    private final Map<String, Integer> first;

    ArticleWords(Document document, String language) {
        stemmer = Stemmers.of(language);
        title = Tokens.of(document.text(Field.TITLE));
        body = Tokens.of(document.text(Field.BODY));
        int[] counted = new int[title.count() + body.count()];
        titleWords = count(title, counted, 0);
        int words = count(body, counted, titleWords);
        tokens = Arrays.copyOf(counted, words);
        stems = new String[words];
        following = new int[words];
        first = new HashMap<>(words);
        for (int i = words - 1; i >= 0; i--) {
            stems[i] = stemmer.stem(norm(i));
            Integer next = first.put(stems[i], i);
            following[i] = next == null ? NONE : next;
        }
    }

    private static int count(Tokens tokens, int[] into, int from) {
        int to = from;
        for (int i = 0; i < tokens.count(); i++) {
            if (Words.counts(tokens.kind(i))) {
                into[to++] = i;
            }
        }
        return to;
    }

    /** Every stem of the article, once. */
    Set<String> stems() {
        return first.keySet();
    }

    Stemmer stemmer() {
        return stemmer;
    }

    /** The first word with the stem of {@code word}; {@link #NONE} if there is none. */
    int first(String word) {
        Integer found = first.get(stemmer.stem(word));
        return found == null ? NONE : found;
    }

    /** The next word with the same stem; {@link #NONE} if there is none. */
    int following(int position) {
        return following[position];
    }

    boolean isExactly(int position, String word) {
        return norm(position).equals(word);
    }

    /** Whether these words begin there, one behind the other in one field. */
    boolean beginsAt(int position, List<String> words) {
        int last = position + words.size() - 1;
        if (last >= stems.length || field(position) != field(last)) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            if (!stems[position + i].equals(stemmer.stem(words.get(i)))) {
                return false;
            }
        }
        return true;
    }

    Field field(int position) {
        return position < titleWords ? Field.TITLE : Field.BODY;
    }

    int start(int position) {
        return text(position).start(tokens[position]);
    }

    int end(int position) {
        return text(position).end(tokens[position]);
    }

    private String norm(int position) {
        return text(position).norm(tokens[position]);
    }

    private Tokens text(int position) {
        return position < titleWords ? title : body;
    }
}

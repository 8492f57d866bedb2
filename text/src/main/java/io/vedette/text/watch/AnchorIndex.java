package io.vedette.text.watch;

import io.vedette.text.ClaimType;
import io.vedette.text.stem.Stemmer;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which watches an article may match, by the anchors that it has.  Watches go by their number in the list given.  Safe to
 * use from many threads at once.
 */
final class AnchorIndex {

    private final Map<String, Numbers> actors = new HashMap<>();
    private final Map<String, Numbers> places = new HashMap<>();
    private final Map<ClaimType, Numbers> claims = new EnumMap<>(ClaimType.class);
    private final Map<String, Numbers> words = new HashMap<>();

    /** The words by their stems, made when the first article of a language comes. */
    private final Map<Stemmer, Map<String, Numbers>> stems = new ConcurrentHashMap<>();

    AnchorIndex(List<WatchEntry> watches) {
        for (int number = 0; number < watches.size(); number++) {
            for (Anchor anchor : watches.get(number).query().anchors()) {
                numbers(anchor).add(number);
            }
        }
    }

    private Numbers numbers(Anchor anchor) {
        return switch (anchor.kind()) {
            case WORD -> words.computeIfAbsent(anchor.key(), key -> new Numbers());
            case ACTOR -> actors.computeIfAbsent(anchor.key(), key -> new Numbers());
            case PLACE -> places.computeIfAbsent(anchor.key(), key -> new Numbers());
            case CLAIM -> claims.computeIfAbsent(ClaimType.valueOf(anchor.key()), key -> new Numbers());
        };
    }

    /** The numbers of all watches of which the article has an anchor. */
    BitSet candidates(MatchableArticle article) {
        BitSet candidates = new BitSet();
        collect(stems(article.words().stemmer()), article.words().stems(), candidates);
        collect(actors, article.actors().keySet(), candidates);
        collect(places, article.places().keySet(), candidates);
        collect(claims, article.claims().keySet(), candidates);
        return candidates;
    }

    private Map<String, Numbers> stems(Stemmer stemmer) {
        return stems.computeIfAbsent(stemmer, this::stemmed);
    }

    private Map<String, Numbers> stemmed(Stemmer stemmer) {
        Map<String, Numbers> stemmed = new HashMap<>(words.size());
        words.forEach((word, numbers) -> stemmed.computeIfAbsent(stemmer.stem(word), stem -> new Numbers())
                .addAll(numbers));
        return stemmed;
    }

    private static <K> void collect(Map<K, Numbers> index, Collection<K> keys, BitSet candidates) {
        if (index.isEmpty()) {
            return;
        }
        for (K key : keys) {
            @Nullable Numbers numbers = index.get(key);
            if (numbers != null) {
                numbers.addTo(candidates);
            }
        }
    }
}

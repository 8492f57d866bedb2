package io.vedette.bench.watches;

import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.stem.Stemmer;
import io.vedette.text.stem.Stemmers;
import io.vedette.text.token.TokenKind;
import io.vedette.text.token.Tokens;
import io.vedette.text.watch.query.Entities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What articles are written with, to make watches from: their words, how rare these are, and their places. */
final class Vocabulary {

    /** What somebody watches by a single word stands in one article of a thousand at most: a name, a technical term. */
    private static final double RARE = 0.001;

    /** What says something together with other words. */
    private static final double TELLING = 0.02;

    /** What a phrase may be made of: anything but the words that every article has. */
    private static final double IN_PHRASES = 0.1;

    private final Random random;
    private final List<List<String>> articles = new ArrayList<>();
    private final List<Mention> places = new ArrayList<>();
    private final Map<String, Double> shares = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();
    private final List<String> rare = new ArrayList<>();
    private final List<String> telling = new ArrayList<>();

    Vocabulary(List<Sample> samples, Entities entities, long seed) {
        random = new Random(seed);
        Map<String, Integer> counts = new LinkedHashMap<>();
        Stemmer stemmer = Stemmers.of(Sample.LANGUAGE);
        for (Sample sample : samples) {
            List<String> words = words(sample.document().body());
            articles.add(words);
            Set<String> seen = new HashSet<>();
            for (String word : words) {
                seen.add(stems.computeIfAbsent(word, stemmer::stem));
            }
            seen.forEach(stem -> counts.merge(stem, 1, Integer::sum));
            places.addAll(sample.annotations().mentions().stream()
                    .filter(mention -> isClear(mention, entities))
                    .toList());
        }
        counts.forEach((stem, count) -> shares.put(stem, (double) count / samples.size()));
        stems.keySet().stream().filter(Vocabulary::isPlain).sorted().forEach(this::sort);
    }

    private void sort(String word) {
        double share = share(word);
        if (share <= RARE) {
            rare.add(word);
        }
        if (share <= TELLING) {
            telling.add(word);
        }
    }

    /** A name that stands for that place alone. */
    private static boolean isClear(Mention mention, Entities entities) {
        return mention.kind() == MentionKind.PLACE
                && mention.type() != MentionType.DEMONYM
                && mention.name() != null
                && mention.entityId() != null
                && mention.location() != null
                && entities.places(mention.name()).equals(Set.of(mention.entityId()));
    }

    private static List<String> words(String text) {
        Tokens tokens = Tokens.of(text);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.kind(i) == TokenKind.WORD || tokens.kind(i) == TokenKind.NUMBER) {
                words.add(tokens.norm(i));
            }
        }
        return words;
    }

    private static boolean isPlain(String word) {
        return word.length() > 2 && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private double share(String word) {
        return shares.getOrDefault(stem(word), 0.0);
    }

    private String stem(String word) {
        return stems.getOrDefault(word, word);
    }

    String rareWord() {
        return rare.get(random.nextInt(rare.size()));
    }

    String word() {
        return telling.get(random.nextInt(telling.size()));
    }

    int number(int below) {
        return random.nextInt(below);
    }

    /** Two words or three that stand side by side somewhere. */
    List<String> phrase() {
        return together(random.nextInt(10) < 7 ? 2 : 3, 1);
    }

    /** Two different words that stand somewhere in this order with so many between them at most. */
    List<String> pair(int distance) {
        while (true) {
            List<String> pair = together(2, 1 + random.nextInt(distance + 1));
            if (!stem(pair.get(0)).equals(stem(pair.get(1)))) {
                return pair;
            }
        }
    }

    private List<String> together(int count, int step) {
        while (true) {
            List<String> words = articles.get(random.nextInt(articles.size()));
            int last = (count - 1) * step;
            if (words.size() > last) {
                int start = random.nextInt(words.size() - last);
                List<String> chosen = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    chosen.add(words.get(start + i * step));
                }
                if (chosen.stream().allMatch(word -> isPlain(word) && share(word) <= IN_PHRASES)) {
                    return chosen;
                }
            }
        }
    }

    /** A mention of a place whose name is its alone. */
    Mention place() {
        return places.get(random.nextInt(places.size()));
    }
}

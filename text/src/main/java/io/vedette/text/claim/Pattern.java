package io.vedette.text.claim;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sequence of words, slots and gaps, compiled once.  The syntax is that of the header of {@code triggers.tsv}:
 * {@code a|b} alternatives, {@code word~} its regular forms, {@code word?} optional, {@code ..} up to four words,
 * {@code ...} up to twelve,
 * {@code <n>}, {@code <place>}, {@code <actor>} slots, {@code <place>|a|b} a place or a word, {@code @class} a class of actors, {@code $name} a class of words,
 * {@code ^word} the word that says what happens.
 *
 * <p>A pattern is tried where its anchor stands: the word marked with "^", or else the one with the fewest forms.  It is
 * then matched to the left and to the right.  Matching is bounded: a pattern looks at a fixed number of tokens, however
 * long the text.
 */
final class Pattern {

    private static final String OR_PLACE = "<place>|";
    private static final int SHORT_GAP = 4;
    private static final int LONG_GAP = 12;

    /** What a word costs as an anchor that stands in nearly every sentence. */
    private static final int COMMON = 60;

    private static final Set<String> COMMON_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "he", "in",
            "into", "is", "it", "its", "new", "no", "not", "of", "off", "on", "or", "out", "over", "said", "that",
            "the", "their", "they", "to", "under", "up", "was", "were", "will", "with", "would", "-");

    private sealed interface Element permits Words, Slot, Actors, Gap {}

    private record Words(BitSet words, boolean orPlace, boolean optional, boolean marked, int cost) implements Element {

        /** Most words of a text are in no pattern at all, which costs no look at the set. */
        boolean has(int id) {
            return id != WordIds.UNKNOWN && words.get(id);
        }
    }

    private record Actors(int mask, boolean optional) implements Element {}

    private enum Slot implements Element {
        NUMBER,
        PLACE,
        ACTOR
    }

    private record Gap(int most) implements Element {}

    private final String source;
    private final Element[] elements;
    private final int anchor;

    private Pattern(String source, List<Element> elements) {
        this.source = source;
        this.elements = elements.toArray(Element[]::new);
        this.anchor = anchorOf(source, elements);
    }

    /**
     * Reads a pattern.
     *
     * @param classes the words of each class, by name without the "$"
     * @param actors the classes of actors
     * @param ids where words get their numbers
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static Pattern of(String source, Map<String, Set<String>> classes, ActorClasses actors, WordIds ids) {
        List<Element> elements = new ArrayList<>();
        for (String part : source.strip().split(" +")) {
            elements.add(element(part, classes, actors, ids));
        }
        if (elements.get(0) instanceof Gap || elements.get(elements.size() - 1) instanceof Gap) {
            throw new IllegalArgumentException("a pattern can't begin or end with \"..\": \"" + source + "\"");
        }
        return new Pattern(source.strip(), elements);
    }

    private static Element element(String part, Map<String, Set<String>> classes, ActorClasses actors, WordIds ids) {
        return switch (part) {
            case ".." -> new Gap(SHORT_GAP);
            case "..." -> new Gap(LONG_GAP);
            case "<n>" -> Slot.NUMBER;
            case "<place>" -> Slot.PLACE;
            case "<actor>" -> Slot.ACTOR;
            default -> part.startsWith("@") ? actors(part, actors) : words(part, classes, ids);
        };
    }

    private static Element actors(String part, ActorClasses actors) {
        boolean optional = part.endsWith("?");
        return new Actors(actors.mask(part.substring(1, part.length() - (optional ? 1 : 0))), optional);
    }

    private static Element words(String part, Map<String, Set<String>> classes, WordIds ids) {
        boolean marked = part.length() > 1 && part.startsWith("^");
        boolean optional = part.length() > 1 && part.endsWith("?");
        String body = part.substring(marked ? 1 : 0, part.length() - (optional ? 1 : 0));
        boolean orPlace = body.startsWith(OR_PLACE);
        body = orPlace ? body.substring(OR_PLACE.length()) : body;
        if (body.contains("<place>") || body.contains("<actor>") || body.contains("<n>") || body.contains("@")) {
            throw new IllegalArgumentException("a slot stands alone, not in \"" + part + "\"");
        }
        if (marked && optional) {
            throw new IllegalArgumentException("what is marked with ^ must be there: \"" + part + "\"");
        }
        BitSet words = new BitSet();
        int cost = 0;
        for (String word : wordsOf(body, classes)) {
            words.set(ids.add(word));
            cost += COMMON_WORDS.contains(word) ? COMMON : 1;
        }
        return new Words(ids.shared(words), orPlace, optional, marked, cost);
    }

    /** The words of alternatives such as {@code strike~|hit|$gear}. */
    static Set<String> wordsOf(String alternatives, Map<String, Set<String>> classes) {
        Set<String> words = new HashSet<>();
        for (String word : alternatives.split("\\|", -1)) {
            if (word.isEmpty()) {
                throw new IllegalArgumentException("an empty alternative in \"" + alternatives + "\"");
            } else if (word.length() > 1 && word.startsWith("$")) {
                Set<String> known = classes.get(word.substring(1));
                if (known == null) {
                    throw new IllegalArgumentException("no class of words is called " + word);
                }
                words.addAll(known);
            } else if (word.length() > 2 && word.endsWith("~")) {
                words.addAll(Inflection.of(word.substring(0, word.length() - 1)));
            } else {
                words.add(word);
            }
        }
        return words;
    }

    private static int anchorOf(String source, List<Element> elements) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Words words && !words.optional && !words.orPlace) {
                int cost = words.marked ? 0 : words.cost;
                if (cost < least) {
                    best = i;
                    least = cost;
                }
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("a pattern needs a word that must be there: \"" + source + "\"");
        }
        return best;
    }

    /** The numbers of the words that the pattern's anchor may be. */
    BitSet anchorWords() {
        return ((Words) elements[anchor]).words;
    }

    /**
     * The first token of a match whose anchor stands at a token, gaps as short as can be; -1 if there is none.  Where it
     * ends is for {@link #end} to say.
     */
    int start(FieldTokens tokens, int at, int from) {
        return back(tokens, at, from, anchor - 1);
    }

    /** One past the last token of a match whose anchor stands at a token; -1 if there is none. */
    int end(FieldTokens tokens, int at, int limit) {
        return forth(tokens, at + 1, limit, anchor + 1);
    }

    private int forth(FieldTokens tokens, int at, int limit, int index) {
        if (index == elements.length) {
            return at;
        }
        Element element = elements[index];
        if (element instanceof Gap gap) {
            return forthOverGap(tokens, at, limit, index + 1, gap.most);
        }
        int next = at < limit ? step(element, tokens, at) : -1;
        int end = next < 0 || next > limit ? -1 : forth(tokens, next, limit, index + 1);
        return end < 0 && isOptional(element) ? forth(tokens, at, limit, index + 1) : end;
    }

    private int forthOverGap(FieldTokens tokens, int at, int limit, int index, int most) {
        Words words = elements[index] instanceof Words some && !some.optional && !some.orPlace ? some : null;
        for (int skipped = 0; skipped <= most && at + skipped < limit; skipped++) {
            boolean here = words == null || words.has(tokens.id(at + skipped));
            int end = here ? forth(tokens, at + skipped, limit, index) : -1;
            if (end >= 0) {
                return end;
            }
            if (tokens.isBreak(at + skipped)) {
                return -1;
            }
        }
        return -1;
    }

    /** As {@link #forth}, to the left: {@code at} is the first token that is matched already. */
    private int back(FieldTokens tokens, int at, int from, int index) {
        if (index < 0) {
            return at;
        }
        Element element = elements[index];
        if (element instanceof Gap gap) {
            return backOverGap(tokens, at, from, index - 1, gap.most);
        }
        int previous = at > from ? stepBack(element, tokens, at - 1) : -1;
        int start = previous < from ? -1 : back(tokens, previous, from, index - 1);
        return start < 0 && isOptional(element) ? back(tokens, at, from, index - 1) : start;
    }

    private int backOverGap(FieldTokens tokens, int at, int from, int index, int most) {
        Words words = elements[index] instanceof Words some && !some.optional && !some.orPlace ? some : null;
        for (int skipped = 0; skipped <= most && at - skipped > from; skipped++) {
            boolean here = words == null || words.has(tokens.id(at - skipped - 1));
            int start = here ? back(tokens, at - skipped, from, index) : -1;
            if (start >= 0) {
                return start;
            }
            if (tokens.isBreak(at - skipped - 1)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isOptional(Element element) {
        return element instanceof Words words && words.optional || element instanceof Actors actors && actors.optional;
    }

    private static int step(Element element, FieldTokens tokens, int at) {
        if (element instanceof Words words) {
            int next = words.has(tokens.id(at)) ? at + 1 : -1;
            return words.orPlace ? Math.max(next, tokens.placeEnd(at)) : next;
        }
        if (element instanceof Actors actors) {
            return (tokens.classes(at) & actors.mask) == 0 ? -1 : Math.max(at + 1, tokens.actorEnd(at));
        }
        return switch ((Slot) element) {
            case NUMBER -> tokens.isNumber(at) ? at + 1 : -1;
            case PLACE -> tokens.placeEnd(at);
            case ACTOR -> tokens.actorEnd(at);
        };
    }

    /** The first token of what an element matches that ends with this token; -1 if it doesn't. */
    private static int stepBack(Element element, FieldTokens tokens, int at) {
        if (element instanceof Words words) {
            int place = words.orPlace ? tokens.placeStart(at) : -1;
            return place >= 0 ? place : words.has(tokens.id(at)) ? at : -1;
        }
        if (element instanceof Actors actors) {
            int start = tokens.actorStart(at);
            return (tokens.classes(at) & actors.mask) == 0 ? -1 : start < 0 ? at : start;
        }
        return switch ((Slot) element) {
            case NUMBER -> tokens.isNumber(at) ? at : -1;
            case PLACE -> tokens.placeStart(at);
            case ACTOR -> tokens.actorStart(at);
        };
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return source;
    }
}

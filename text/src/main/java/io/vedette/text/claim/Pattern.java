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
 * {@code <n>}, {@code <place>}, {@code <actor>} slots, {@code $name} a class of words.
 *
 * <p>Matching is bounded: a pattern looks at a fixed number of tokens, however long the text.
 */
final class Pattern {

    private static final int LONGEST_GAP = 4;

    private sealed interface Element permits Words, Slot, Gap {}

    private record Words(BitSet words, boolean optional) implements Element {}

    private enum Slot implements Element {
        NUMBER,
        PLACE,
        ACTOR
    }

    private record Gap() implements Element {}

    private final String source;
    private final Element[] elements;

    private Pattern(String source, List<Element> elements) {
        this.source = source;
        this.elements = elements.toArray(Element[]::new);
    }

    /**
     * Reads a pattern.
     *
     * @param classes the words of each class, by name without the "$"
     * @param ids where words get their numbers
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static Pattern of(String source, Map<String, Set<String>> classes, WordIds ids) {
        List<Element> elements = new ArrayList<>();
        for (String part : source.strip().split(" +")) {
            elements.add(element(part, classes, ids));
        }
        if (elements.get(0) instanceof Gap || elements.get(elements.size() - 1) instanceof Gap) {
            throw new IllegalArgumentException("a pattern can't begin or end with \"..\": \"" + source + "\"");
        }
        if (elements.stream().allMatch(e -> e instanceof Words words && words.optional)) {
            throw new IllegalArgumentException("a pattern needs a word that must be there: \"" + source + "\"");
        }
        return new Pattern(source.strip(), elements);
    }

    private static Element element(String part, Map<String, Set<String>> classes, WordIds ids) {
        return switch (part) {
            case ".." -> new Gap();
            case "<n>" -> Slot.NUMBER;
            case "<place>" -> Slot.PLACE;
            case "<actor>" -> Slot.ACTOR;
            default -> words(part, classes, ids);
        };
    }

    private static Element words(String part, Map<String, Set<String>> classes, WordIds ids) {
        boolean optional = part.length() > 1 && part.endsWith("?");
        String body = optional ? part.substring(0, part.length() - 1) : part;
        if (body.contains("<place>") || body.contains("<actor>") || body.contains("<n>")) {
            throw new IllegalArgumentException("a slot stands alone, not in \"" + part + "\"");
        }
        BitSet words = new BitSet();
        wordsOf(body, classes).forEach(word -> words.set(ids.add(word)));
        return new Words(words, optional);
    }

    /** The words of alternatives such as {@code strike~|hit|$gear}. */
    static Set<String> wordsOf(String alternatives, Map<String, Set<String>> classes) {
        Set<String> words = new HashSet<>();
        for (String word : alternatives.split("\\|", -1)) {
            if (word.isEmpty()) {
                throw new IllegalArgumentException("an empty alternative in \"" + alternatives + "\"");
            } else if (word.startsWith("$")) {
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

    /** The numbers of the words that a match may begin with; empty where it begins with a slot. */
    BitSet firstWords() {
        BitSet first = new BitSet();
        for (Element element : elements) {
            if (!(element instanceof Words words)) {
                break;
            }
            first.or(words.words);
            if (!words.optional) {
                break;
            }
        }
        return first;
    }

    /** One past the last token of a match that begins at this token, gaps as short as can be; -1 if there is none. */
    int match(FieldTokens tokens, int from, int limit) {
        return match(tokens, from, limit, 0);
    }

    private int match(FieldTokens tokens, int at, int limit, int index) {
        if (index == elements.length) {
            return at;
        }
        Element element = elements[index];
        if (element instanceof Gap) {
            return matchGap(tokens, at, limit, index + 1);
        }
        int next = at < limit ? step(element, tokens, at) : -1;
        int end = next < 0 || next > limit ? -1 : match(tokens, next, limit, index + 1);
        boolean skip = end < 0 && element instanceof Words words && words.optional;
        return skip ? match(tokens, at, limit, index + 1) : end;
    }

    private int matchGap(FieldTokens tokens, int at, int limit, int index) {
        for (int skipped = 0; skipped <= LONGEST_GAP && at + skipped < limit; skipped++) {
            int end = match(tokens, at + skipped, limit, index);
            if (end >= 0) {
                return end;
            }
            if (tokens.isBreak(at + skipped)) {
                return -1;
            }
        }
        return -1;
    }

    private static int step(Element element, FieldTokens tokens, int at) {
        if (element instanceof Words words) {
            return words.words.get(tokens.id(at)) ? at + 1 : -1;
        }
        return switch ((Slot) element) {
            case NUMBER -> tokens.isNumber(at) ? at + 1 : -1;
            case PLACE -> tokens.placeEnd(at);
            case ACTOR -> tokens.actorEnd(at);
        };
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return source;
    }
}

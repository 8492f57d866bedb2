package io.vedette.text.claim;

import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.Span;
import io.vedette.text.token.TokenKind;
import io.vedette.text.token.Tokens;
import io.vedette.text.token.WordSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The tokens of one field together with the mentions that lie on them. */
final class FieldTokens {

    private static final WordSet NUMBER_WORDS = WordSet.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
            "hundred",
            "thousand",
            "million",
            "dozen",
            "dozens",
            "scores",
            "hundreds",
            "thousands",
            "several",
            "many");

    /** A mention, by tokens. */
    record Place(int index, Mention mention, int start, int end) {}

    private final Field field;
    private final Tokens tokens;
    private final List<Place> mentions = new ArrayList<>();
    private final int[] ids;
    private final int[] wordClasses;
    private final boolean[] numbers;
    private final boolean[] breaks;
    private final int[] actorEnds;
    private final int[] placeEnds;

    /** By a mention's last token, one more than its first; 0 where none ends. */
    private final int[] actorStarts;

    private final int[] placeStarts;
    private final int[] classes;
    private final ActorClasses actors;

    FieldTokens(Field field, Tokens tokens, List<Mention> all, WordIds words) {
        this(field, tokens, all, words, new ActorClasses());
    }

    /**
     * @param all the document's mentions; those of the field in order of their start
     */
    FieldTokens(Field field, Tokens tokens, List<Mention> all, WordIds words, ActorClasses actors) {
        this.field = field;
        this.tokens = tokens;
        this.actorEnds = new int[tokens.count()];
        this.placeEnds = new int[tokens.count()];
        this.actorStarts = new int[tokens.count()];
        this.placeStarts = new int[tokens.count()];
        this.classes = new int[tokens.count()];
        this.actors = actors;
        this.ids = new int[tokens.count()];
        this.wordClasses = new int[tokens.count()];
        this.numbers = new boolean[tokens.count()];
        this.breaks = new boolean[tokens.count()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = words.of(tokens, i);
            numbers[i] = tokens.kind(i) == TokenKind.NUMBER || NUMBER_WORDS.has(tokens, i);
            breaks[i] = tokens.kind(i) == TokenKind.PUNCTUATION && !isSign(i) && !isHyphen(i) && !isAbbreviation(i);
            wordClasses[i] = wordClasses(i, words);
        }
        classifyWords();
        int token = 0;
        for (int i = 0; i < all.size(); i++) {
            Mention mention = all.get(i);
            if (mention.field() == field) {
                token = put(i, mention, token);
            }
        }
    }

    private void classifyWords() {
        int strongest = actors.strongest();
        for (int i = 0; i < ids.length; i++) {
            int classes = actors.ofWord(ids[i]);
            boolean led = classes != 0 && i > 0 && (this.classes[i - 1] & strongest) != 0;
            this.classes[i] = led ? strongest : classes;
        }
    }

    private int wordClasses(int i, WordIds words) {
        int found = ids[i] == WordIds.UNKNOWN
                ? WordClass.byEnding(tokens.text(), tokens.start(i), tokens.end(i))
                : words.classes(ids[i]);
        return (found & WordClass.INITIALS) != 0 && tokens.allCaps(i) ? 0 : found;
    }

    private int put(int index, Mention mention, int from) {
        int start = from;
        while (start > 0 && tokens.end(start - 1) > mention.start()) {
            start--;
        }
        while (start < tokens.count() && tokens.end(start) <= mention.start()) {
            start++;
        }
        int end = start;
        while (end < tokens.count() && tokens.start(end) < mention.end()) {
            end++;
        }
        if (end > start) {
            mentions.add(new Place(index, mention, start, end));
            boolean actor = mention.kind() == MentionKind.ACTOR;
            int[] ends = actor ? actorEnds : placeEnds;
            int[] starts = actor ? actorStarts : placeStarts;
            ends[start] = Math.max(ends[start], end);
            starts[end - 1] = starts[end - 1] == 0 ? start + 1 : Math.min(starts[end - 1], start + 1);
            classify(mention, start, end);
        }
        return start;
    }

    /** A mention's own class goes before that of its words: "Democratic Forces" may be no army.  A person nobody knows has none. */
    private void classify(Mention mention, int start, int end) {
        boolean stranger = mention.type() == MentionType.PERSON && mention.entityId() == null;
        int known = stranger ? 0 : actors.of(mention.type());
        if (known != 0 && mention.kind() == MentionKind.ACTOR) {
            Arrays.fill(classes, start, end, known);
        } else if (known != 0) {
            classes[end - 1] |= known;
        }
    }

    Field field() {
        return field;
    }

    Tokens tokens() {
        return tokens;
    }

    /** The mentions that lie between two tokens, in order. */
    List<Place> mentions(int from, int to) {
        int first = firstFrom(from);
        int last = first;
        while (last < mentions.size() && mentions.get(last).start < to) {
            last++;
        }
        return mentions.subList(first, last);
    }

    /** The first mention that begins at that token or later, by binary search. */
    private int firstFrom(int token) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).start < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The lexicon's number for the word. */
    int id(int i) {
        return ids[i];
    }

    /** Whether the word is of one of these {@linkplain WordClass classes}; false outside the text. */
    boolean has(int i, int anyOf) {
        return i >= 0 && i < wordClasses.length && (wordClasses[i] & anyOf) != 0;
    }

    boolean isSentenceStart(int i) {
        return i == tokens.sentenceStart(tokens.sentenceOf(i));
    }

    String norm(int i) {
        return tokens.norm(i);
    }

    boolean is(int i, String norm) {
        return i >= 0 && i < ids.length && mayBe(i, norm) && tokens.norm(i).equals(norm);
    }

    /** Rules most words out by their first letter, which folding only makes small, before a string is made of them. */
    private boolean mayBe(int i, String norm) {
        char c = tokens.text().charAt(tokens.start(i));
        if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
            return c == norm.charAt(0);
        }
        return c < 'A' || c > 'Z' || c + ('a' - 'A') == norm.charAt(0);
    }

    boolean isIn(int i, Set<String> norms) {
        if (i < 0 || i >= tokens.count()) {
            return false;
        }
        return norms instanceof WordSet words ? words.has(tokens, i) : norms.contains(tokens.norm(i));
    }

    boolean isWord(int i) {
        return tokens.kind(i) == TokenKind.WORD;
    }

    boolean isQuote(int i) {
        return tokens.kind(i) == TokenKind.QUOTE;
    }

    boolean isPossessive(int i) {
        return i < tokens.count() && tokens.kind(i) == TokenKind.POSSESSIVE;
    }

    /** Whether it is a mark of punctuation that a gap or a phrase does not go across; a sign such as "%", a
     * joined hyphen and the full stop of an abbreviation are none. */
    boolean isBreak(int i) {
        return breaks[i];
    }

    /** "85 %", "$ 5", "R & D". */
    private boolean isSign(int i) {
        return switch (tokens.text().charAt(tokens.start(i))) {
            case '%', '$', '€', '£', '&', '#', '@', '+' -> true;
            default -> false;
        };
    }

    /** A full stop inside a sentence, as that of "Mr." */
    private boolean isAbbreviation(int i) {
        return is(i, ".") && tokens.joined(i) && i + 1 < tokens.count() && !isSentenceStart(i + 1);
    }

    boolean isHyphen(int i) {
        return !isLetter(tokens.text().charAt(tokens.start(i)))
                && is(i, "-")
                && tokens.joined(i)
                && i + 1 < tokens.count()
                && tokens.joined(i + 1);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    boolean isNumber(int i) {
        return numbers[i];
    }

    /** One past the longest actor that begins here; -1 if none does. */
    int actorEnd(int i) {
        return actorEnds[i] > 0 ? actorEnds[i] : -1;
    }

    /** One past the longest place that begins here; -1 if none does. */
    int placeEnd(int i) {
        return placeEnds[i] > 0 ? placeEnds[i] : -1;
    }

    /** The first token of the longest actor that ends with this token; -1 if none does. */
    int actorStart(int i) {
        return actorStarts[i] - 1;
    }

    /** The first token of the longest place that ends with this token; -1 if none does. */
    int placeStart(int i) {
        return placeStarts[i] - 1;
    }

    /** The classes of actors that the token stands for, a bit for each. */
    int classes(int i) {
        return classes[i];
    }

    Span span(int from, int to) {
        return tokens.span(from, to);
    }
}

package io.vedette.text.watch.query;

import io.vedette.text.token.Tokens;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The letters that a regular expression cannot do without, so that an article that lacks them need not be searched: of
 * {@code /artill(ery|erie)s? (fire|shells)/} "artill".  After Cox, "Regular Expression Matching with a Trigram Index" (2012),
 * but that only runs of letters within one word count.
 */
public final class RegexLiterals {

    private static final int SHORTEST = 3;
    private static final int MOST = 32;

    /** Letters one of whose cases is not normed as the others: found without regard to case, they have no one norm. */
    private static final BitSet ODD = odd();

    /** Of two ways to know a match the better one: longer letters, then fewer alternatives. */
    private static final Comparator<Set<String>> BETTER = Comparator.<Set<String>>comparingInt(RegexLiterals::shortest)
            .thenComparing(Comparator.<Set<String>>comparingInt(Set::size).reversed());

    private final String pattern;
    private int at;

    private RegexLiterals(String pattern) {
        this.pattern = pattern;
    }

    /**
     * What an article must have a word with.
     *
     * @param pattern of RE2's syntax, compared without regard to case
     * @return letters and digits, normed, three at least, of which any match has one alternative inside one word; empty if
     *     there are none such
     */
    public static Set<String> of(String pattern) {
        return new RegexLiterals(pattern).alternatives().any();
    }

    /**
     * A part of a pattern.
     *
     * @param exact the only text, but for case, that it is true of; null if there are more, or it is not known
     * @param any of these every text has one that it is true of; empty if none are known
     */
    private record Piece(@Nullable String exact, Set<String> any) {

        private static final Piece UNKNOWN = new Piece(null, Set.of());

        static Piece exactly(String text) {
            return new Piece(text, literals(text));
        }
    }

    private Piece alternatives() {
        Piece first = sequence();
        if (at >= pattern.length() || pattern.charAt(at) != '|') {
            return first;
        }
        Set<String> any = new TreeSet<>(first.any());
        boolean every = !any.isEmpty();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            Set<String> more = sequence().any();
            every &= !more.isEmpty();
            any.addAll(more);
        }
        return every && any.size() <= MOST ? new Piece(null, any) : Piece.UNKNOWN;
    }

    private Piece sequence() {
        StringBuilder run = new StringBuilder();
        Set<String> best = Set.of();
        boolean exact = true;
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            Piece piece = atom();
            int begin = at;
            boolean needed = repeated();
            if (needed && piece.exact() != null) {
                run.append(piece.exact());
            }
            if (at > begin || piece.exact() == null) {
                exact = false;
                best = needed ? better(best, piece.any()) : best;
                best = better(best, literals(run.toString()));
                run.setLength(0);
            }
        }
        return new Piece(exact ? run.toString() : null, better(best, literals(run.toString())));
    }

    private static Set<String> better(Set<String> one, Set<String> other) {
        return Stream.of(one, other).max(BETTER).get();
    }

    private static int shortest(Set<String> letters) {
        return letters.stream().mapToInt(String::length).min().orElse(0);
    }

    /** Steps over a sign of repetition, if there is one; whether what stands before it must be there. */
    private boolean repeated() {
        if (at >= pattern.length()) {
            return true;
        }
        char sign = pattern.charAt(at);
        int counted = sign == '{' ? RegexCheck.endOfRepeat(pattern, at) : -1;
        boolean needed = sign != '*' && sign != '?';
        if (counted > 0) {
            needed = pattern.charAt(at + 1) != '0';
            at = counted;
        } else if (sign == '*' || sign == '?' || sign == '+') {
            at++;
        } else {
            return true;
        }
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            at++;
        }
        return needed;
    }

    private Piece atom() {
        char c = pattern.charAt(at);
        switch (c) {
            case '(':
                return group();
            case '[':
                at = RegexCheck.endOfClass(pattern, at) + 1;
                return Piece.UNKNOWN;
            case '\\':
                return escaped();
            case '.', '^', '$':
                at++;
                return Piece.UNKNOWN;
            default:
                int letter = pattern.codePointAt(at);
                at += Character.charCount(letter);
                return Piece.exactly(Character.toString(letter));
        }
    }

    private Piece group() {
        at++;
        if (pattern.startsWith("?", at)) {
            int end = at + 1;
            while (end < pattern.length() && ":>)".indexOf(pattern.charAt(end)) < 0) {
                end++;
            }
            at = Math.min(pattern.length(), end + 1);
            if (end < pattern.length() && pattern.charAt(end) == ')') {
                return Piece.UNKNOWN; // only flags
            }
        }
        Piece inside = alternatives();
        at = Math.min(pattern.length(), at + 1);
        return inside;
    }

    private Piece escaped() {
        int sign = at + 1;
        at = Math.min(pattern.length(), at + 2);
        if (sign >= pattern.length()) {
            return Piece.UNKNOWN;
        }
        char c = pattern.charAt(sign);
        if (c == 'Q') {
            int end = pattern.indexOf("\\E", at);
            String quoted = pattern.substring(at, end < 0 ? pattern.length() : end);
            at = end < 0 ? pattern.length() : end + 2;
            return Piece.exactly(quoted);
        } else if ((c == 'p' || c == 'P' || c == 'x') && pattern.startsWith("{", at)) {
            int end = pattern.indexOf('}', at);
            at = end < 0 ? pattern.length() : end + 1;
        } else if (c == 'p' || c == 'P') {
            at++;
        } else if (c == 'x') {
            at += 2;
        } else if (Character.isDigit(c)) {
            while (at < pattern.length() && Character.isDigit(pattern.charAt(at))) {
                at++;
            }
        }
        at = Math.min(pattern.length(), at);
        return Character.isLetterOrDigit(c) ? Piece.UNKNOWN : Piece.exactly(String.valueOf(c));
    }

    /** The longest run of letters and digits in a text, normed; nothing where it is too short. */
    private static Set<String> literals(String text) {
        String longest = "";
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isSure(text.charAt(i))) {
                String norm = i - start < SHORTEST ? "" : norm(text.substring(start, i));
                longest = norm.length() > longest.length() ? norm : longest;
                start = i + 1;
            }
        }
        Set<String> literals = new LinkedHashSet<>();
        if (longest.length() >= SHORTEST) {
            literals.add(longest);
        }
        return literals;
    }

    /** The norm of letters that are one word; empty if they are none. */
    private static String norm(String letters) {
        Tokens tokens = Tokens.of(letters);
        return tokens.count() == 1 && Words.counts(tokens.kind(0)) ? tokens.norm(0) : "";
    }

    /** Modifiers are no such letters: some are apostrophes, at which a word may end. */
    private static boolean isSure(char c) {
        return Character.isLetterOrDigit(c)
                && Character.getType(c) != Character.MODIFIER_LETTER
                && !ODD.get(uncased(c));
    }

    /** The same for all characters that differ in case alone. */
    private static char uncased(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    private static BitSet odd() {
        BitSet odd = new BitSet();
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            char uncased = uncased(c);
            if (uncased != c
                    && Character.isLetterOrDigit(c)
                    && !norm(String.valueOf(c)).equals(norm(String.valueOf(uncased)))) {
                odd.set(uncased);
            }
        }
        return odd;
    }
}

package io.vedette.text.watch.query;

import io.vedette.text.watch.query.Lexeme.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a query into lexemes, one at a time. */
final class QueryLexer {

    /** Kept for what the language has a meaning for elsewhere, or may still get, so that no watch changes its own then. */
    private static final String RESERVED = "/[]{}<>=~^\\";

    private static final String SIGNS = "<>=";

    /** What may stand apart from its sign of comparison. */
    private static final Set<String> COMPARED = Values.COMPARED;

    private static final Pattern WEIGHT = Pattern.compile("(" + Values.NUMBER + ")\\*(?=[^\\s)])");
    private static final Pattern COUNTED = Pattern.compile("(NEAR|THEN|ATLEAST)/([0-9]{1,9})");
    private static final Pattern WITHOUT_NUMBER = Pattern.compile("NEAR|THEN|ATLEAST");
    private static final Pattern LIKE_COUNTED = Pattern.compile("([A-Za-z]{1,12})/([0-9]*)");
    private static final List<String> COUNTED_NAMES = List.of("NEAR", "THEN", "ATLEAST");

    private final String query;
    private int position;
    private boolean weights;

    QueryLexer(String query) {
        this.query = query;
    }

    /**
     * Whether {@code 3*} in front of something is its weight, or the beginning of a word with wildcards.
     *
     * @return whether it was so before
     */
    boolean weights(boolean weights) {
        boolean before = this.weights;
        this.weights = weights;
        return before;
    }

    int position() {
        return position;
    }

    Lexeme next() {
        position = skipSpace(position);
        if (position == query.length()) {
            return new Lexeme(Kind.END, position, position, "");
        }
        int start = position;
        Matcher weight = weights ? take(WEIGHT) : null;
        if (weight != null) {
            return new Lexeme(Kind.WEIGHT, start, position, weight.group(1));
        }
        char c = query.charAt(position);
        switch (c) {
            case '(':
                return sign(Kind.OPEN);
            case ')':
                return sign(Kind.CLOSE);
            case ',':
                return sign(Kind.COMMA);
            case '/':
                return regex();
            default:
                return isQuote(c) ? phrase(Kind.PHRASE, position) : bare();
        }
    }

    /** What stands right behind a field's colon: a word or a phrase. */
    Lexeme value(String field) {
        char c = peek();
        if (isSpace(c) || c == ')' || c == ',') {
            throw error(position, "nothing follows " + field + ":", "write the name right behind the colon");
        }
        if (isQuote(c)) {
            return phrase(Kind.PHRASE, position);
        }
        int start = position;
        position = endOf(start, "[");
        refuseReserved(start, start);
        return new Lexeme(Kind.WORD, start, position, query.substring(start, position));
    }

    /** What stands next in a list of values. */
    Lexeme listed(String field) {
        position = skipSpace(position);
        if (peek() == '(') {
            throw error(position, "a list of names has no groups in it", "write " + field + ":(A OR B)");
        }
        return value(field);
    }

    /** What stands there, white space for the end. */
    char peek() {
        return position < query.length() ? query.charAt(position) : ' ';
    }

    /** What matches right here, which is then behind; null if nothing does. */
    @Nullable
    Matcher take(Pattern pattern) {
        Matcher matcher = pattern.matcher(query).region(position, query.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        position = matcher.end();
        return matcher;
    }

    private Lexeme sign(Kind kind) {
        position++;
        return new Lexeme(kind, position - 1, position, query.substring(position - 1, position));
    }

    private Lexeme phrase(Kind kind, int start) {
        int open = kind == Kind.EXACT ? start + 1 : start;
        int end = open + 1;
        while (end < query.length() && !isQuote(query.charAt(end))) {
            end++;
        }
        if (end == query.length()) {
            throw error(open, "this quotation mark is never closed", "add a \" behind the last word of the phrase");
        }
        position = end + 1;
        return new Lexeme(kind, start, position, query.substring(open + 1, end));
    }

    private Lexeme regex() {
        int start = position;
        int end = start + 1;
        while (end < query.length() && query.charAt(end) != '/') {
            end += query.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= query.length()) {
            throw error(
                    start,
                    "this regular expression is never closed",
                    "add a / behind it; put the words in quotation marks to look for a / in them");
        }
        position = end + 1;
        return new Lexeme(Kind.REGEX, start, position, query.substring(start + 1, end));
    }

    private Lexeme bare() {
        int start = position;
        boolean exact = query.charAt(start) == '=';
        int from = exact ? start + 1 : start;
        if (exact && from < query.length() && isQuote(query.charAt(from))) {
            return phrase(Kind.EXACT, start);
        }
        Lexeme named = named(start, from, exact);
        if (named != null) {
            return named;
        }
        int end = endOf(from, "");
        String run = query.substring(start, end);
        Lexeme operator = exact ? null : operator(start, end, run);
        if (operator != null) {
            return operator;
        }
        refuseForeignOperators(start, end, run);
        position = end;
        refuseReserved(start, from);
        return new Lexeme(exact ? Kind.EXACT : Kind.WORD, start, end, query.substring(from, end));
    }

    /** A field, comparison or call; null if this is none: "10:30" is a word. */
    private @Nullable Lexeme named(int start, int from, boolean exact) {
        int end = endOfName(from);
        if (end == from) {
            return null;
        }
        String name = query.substring(from, end);
        char behind = charAt(end);
        if (behind == ':') {
            return upTo(end + 1, new Lexeme(exact ? Kind.EXACT_FIELD : Kind.FIELD, start, end + 1, name));
        }
        if (exact) {
            return null;
        }
        if (behind == '(' && !isOperator(name)) {
            return upTo(end + 1, new Lexeme(Kind.CALL, start, end + 1, name));
        }
        return comparesAt(end, name) ? upTo(skipSpace(end), new Lexeme(Kind.COMPARED, start, end, name)) : null;
    }

    private boolean comparesAt(int end, String name) {
        if (SIGNS.indexOf(charAt(end)) >= 0) {
            return true;
        }
        int sign = skipSpace(end);
        return sign > end
                && COMPARED.contains(name.toLowerCase(Locale.ROOT))
                && SIGNS.indexOf(charAt(sign)) >= 0
                && (charAt(sign) != '=' || isSpace(charAt(sign + 1)));
    }

    private Lexeme upTo(int end, Lexeme lexeme) {
        position = end;
        return lexeme;
    }

    private static boolean isOperator(String run) {
        return run.equals("AND") || run.equals("OR") || run.equals("NOT");
    }

    private @Nullable Lexeme operator(int start, int end, String run) {
        if (isOperator(run)) {
            return upTo(end, new Lexeme(Kind.valueOf(run), start, end, run));
        }
        Matcher counted = COUNTED.matcher(run);
        if (counted.matches()) {
            Kind kind = Kind.valueOf(counted.group(1));
            return upTo(end, new Lexeme(kind, start, end, counted.group(1), Integer.parseInt(counted.group(2))));
        }
        if (WITHOUT_NUMBER.matcher(run).matches()) {
            throw error(
                    start,
                    run + " needs a number",
                    "write " + run + "/5, or in lower case to look for the word itself");
        }
        Matcher like = LIKE_COUNTED.matcher(run);
        if (like.matches()) {
            String nearest = Nearest.of(like.group(1).toUpperCase(Locale.ROOT), COUNTED_NAMES);
            String number = like.group(2).isEmpty() || like.group(2).length() > 9 ? "5" : like.group(2);
            throw error(
                    start,
                    "there is no operator " + run,
                    "did you mean " + nearest + "/" + number + "? Put the words in quotation marks to look for them");
        }
        return null;
    }

    /** Where a run ends: at white space, a parenthesis, a quotation mark or a comma that is not inside a number. */
    private int endOf(int start, String also) {
        int end = start;
        while (end < query.length() && !endsRun(query.charAt(end), end, also)) {
            end++;
        }
        return end;
    }

    private boolean endsRun(char c, int at, String also) {
        return isSpace(c)
                || isQuote(c)
                || c == '('
                || c == ')'
                || c == ',' && !(isDigit(at - 1) && isDigit(at + 1) && isDigit(at + 2) && isDigit(at + 3))
                || also.indexOf(c) >= 0;
    }

    private int endOfName(int start) {
        int end = start;
        while (end < query.length() && isOfName(query.charAt(end), end > start)) {
            end++;
        }
        return end;
    }

    private static boolean isOfName(char c, boolean inside) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || inside && (c == '.' || c == '-');
    }

    private void refuseForeignOperators(int start, int end, String run) {
        switch (end == start ? ' ' : run.charAt(0)) {
            case '-', '!' ->
                throw error(
                        start, "'" + run.charAt(0) + "' has no meaning here", "write NOT for what must not be there");
            case '+' ->
                throw error(start, "'+' has no meaning here", "leave it out: words side by side must all be there");
            case '&' -> throw error(start, "'&' has no meaning here", "write AND");
            case '|' -> throw error(start, "'|' has no meaning here", "write OR");
            default -> {}
        }
    }

    private void refuseReserved(int start, int from) {
        for (int i = from; i < position; i++) {
            if (RESERVED.indexOf(query.charAt(i)) >= 0) {
                throw error(
                        i,
                        "'" + query.charAt(i) + "' has no meaning here",
                        "put the words in quotation marks to look for them");
            }
        }
        if (start != from && from == position) {
            throw error(start, "nothing follows =", "write the word right behind it");
        }
    }

    private QueryException error(int offset, String problem, String hint) {
        return new QueryException(query, offset, problem, hint);
    }

    private char charAt(int offset) {
        return offset < query.length() ? query.charAt(offset) : ' ';
    }

    private boolean isDigit(int offset) {
        return offset >= 0 && offset < query.length() && Character.isDigit(query.charAt(offset));
    }

    private int skipSpace(int offset) {
        int behind = offset;
        while (behind < query.length() && isSpace(query.charAt(behind))) {
            behind++;
        }
        return behind;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Straight ones, and those that word processors make of them. */
    private static boolean isQuote(char c) {
        return c == '"' || c == '\u201C' || c == '\u201D' || c == '\u201E';
    }
}

package io.vedette.text.watch.query;

import io.vedette.text.watch.query.Lexeme.Kind;

/** Cuts a query into lexemes, one at a time. */
final class QueryLexer {

    /** Kept for the operators that the language may still get, so that no watch changes its meaning then. */
    private static final String RESERVED = "*?/[]{}<>=~^\\";

    private final String query;
    private int position;

    QueryLexer(String query) {
        this.query = query;
    }

    Lexeme next() {
        while (position < query.length() && isSpace(query.charAt(position))) {
            position++;
        }
        if (position == query.length()) {
            return new Lexeme(Kind.END, position, position, "");
        }
        char c = query.charAt(position);
        if (c == '(' || c == ')') {
            position++;
            return new Lexeme(c == '(' ? Kind.OPEN : Kind.CLOSE, position - 1, position, String.valueOf(c));
        }
        return isQuote(c) ? phrase() : bare();
    }

    /** What stands right behind a field's colon: a word or a phrase. */
    Lexeme value(Lexeme field) {
        char c = position < query.length() ? query.charAt(position) : ' ';
        if (isSpace(c) || c == ')') {
            throw error(position, "nothing follows " + field.text() + ":", "write the name right behind the colon");
        }
        if (c == '(') {
            String example = field.text() + ":";
            throw error(
                    position, "a field takes one name, not a group", "write (" + example + "A OR " + example + "B)");
        }
        if (isQuote(c)) {
            return phrase();
        }
        int start = position;
        position = endOfRun();
        refuseReserved(start);
        return new Lexeme(Kind.WORD, start, position, query.substring(start, position));
    }

    private Lexeme phrase() {
        int start = position;
        int end = start + 1;
        while (end < query.length() && !isQuote(query.charAt(end))) {
            end++;
        }
        if (end == query.length()) {
            throw error(start, "this quotation mark is never closed", "add a \" behind the last word of the phrase");
        }
        position = end + 1;
        return new Lexeme(Kind.PHRASE, start, position, query.substring(start + 1, end));
    }

    private Lexeme bare() {
        int start = position;
        int end = endOfRun();
        int colon = endOfFieldName(start, end);
        if (colon > 0) {
            position = colon + 1;
            return new Lexeme(Kind.FIELD, start, position, query.substring(start, colon));
        }
        position = end;
        String run = query.substring(start, end);
        switch (run) {
            case "AND":
                return new Lexeme(Kind.AND, start, end, run);
            case "OR":
                return new Lexeme(Kind.OR, start, end, run);
            case "NOT":
                return new Lexeme(Kind.NOT, start, end, run);
            default:
                break;
        }
        refuseForeignOperators(start, run);
        boolean exact = run.startsWith("=");
        refuseReserved(exact ? start + 1 : start);
        if (end < query.length() && query.charAt(end) == '(') {
            throw error(
                    start, "there is no operator " + run, "put a space before the parenthesis to look for the word");
        }
        return new Lexeme(exact ? Kind.EXACT : Kind.WORD, start, end, exact ? run.substring(1) : run);
    }

    private int endOfRun() {
        int end = position;
        while (end < query.length() && !endsRun(query.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the colon of a field stands; -1 if this is no field: "10:30" is a word. */
    private int endOfFieldName(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = query.charAt(i);
            if (c == ':') {
                return i > start ? i : -1;
            }
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || i > start && (c == '.' || c == '-'))) {
                return -1;
            }
        }
        return -1;
    }

    private void refuseForeignOperators(int start, String run) {
        switch (run.charAt(0)) {
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

    private void refuseReserved(int start) {
        for (int i = start; i < position; i++) {
            if (RESERVED.indexOf(query.charAt(i)) >= 0) {
                throw error(
                        i,
                        "'" + query.charAt(i) + "' has no meaning here",
                        "put the words in quotation marks to look for them");
            }
        }
    }

    private QueryException error(int offset, String problem, String hint) {
        return new QueryException(query, offset, problem, hint);
    }

    private static boolean endsRun(char c) {
        return isSpace(c) || isQuote(c) || c == '(' || c == ')';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Straight ones, and those that word processors make of them. */
    private static boolean isQuote(char c) {
        return c == '"' || c == '\u201C' || c == '\u201D' || c == '\u201E';
    }
}

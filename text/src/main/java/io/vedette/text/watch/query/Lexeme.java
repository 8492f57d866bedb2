package io.vedette.text.watch.query;

/**
 * A piece of a query.
 *
 * @param start its offset in the query
 * @param end one past its last code unit
 * @param text what counts: a word or phrase without its marks, a field's name without the colon, an operator's name
 * @param number what stands behind an operator's slash; 0 for all others
 */
record Lexeme(Kind kind, int start, int end, String text, int number) {

    Lexeme(Kind kind, int start, int end, String text) {
        this(kind, start, end, text, 0);
    }

    enum Kind {
        WORD,
        /** {@code =word}, {@code ="some words"}. */
        EXACT,
        PHRASE,
        /** {@code /expression/}. */
        REGEX,
        /** {@code name:}. */
        FIELD,
        /** {@code =name:}. */
        EXACT_FIELD,
        /** A name in front of a sign of comparison. */
        COMPARED,
        /** A name and the parenthesis right behind it. */
        CALL,
        /** {@code ATLEAST/n}. */
        ATLEAST,
        NOT,
        OPEN,
        AND,
        OR,
        /** {@code NEAR/n}. */
        NEAR,
        /** {@code THEN/n}. */
        THEN,
        COMMA,
        /** {@code 3*}, between the parentheses of SCORE only. */
        WEIGHT,
        CLOSE,
        END;

        /** Whether a clause, or a group of them, can begin with it. */
        boolean begins() {
            return compareTo(AND) < 0;
        }
    }
}

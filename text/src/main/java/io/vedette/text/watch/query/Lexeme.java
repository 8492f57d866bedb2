package io.vedette.text.watch.query;

/**
 * A piece of a query.
 *
 * @param start its offset in the query
 * @param end one past its last code unit
 * @param text what counts: a word or phrase without its marks, a field's name without the colon
 */
record Lexeme(Kind kind, int start, int end, String text) {

    enum Kind {
        WORD,
        EXACT,
        PHRASE,
        FIELD,
        AND,
        OR,
        NOT,
        OPEN,
        CLOSE,
        END;

        /** Whether a clause, or a group of them, can begin with it. */
        boolean begins() {
            return switch (this) {
                case WORD, EXACT, PHRASE, FIELD, NOT, OPEN -> true;
                case AND, OR, CLOSE, END -> false;
            };
        }
    }
}

package io.vedette.text.watch.query;

import org.jspecify.annotations.Nullable;

/** A query that can't be compiled: where, why, and what to do about it. */
public final class QueryException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String problem;
    private final @Nullable String hint;

    /** @param offset where, in UTF-16 code units from the start of the query */
    public QueryException(String query, int offset, String problem, @Nullable String hint) {
        this(lineOf(query, offset), columnOf(query, offset), problem, hint);
    }

    private QueryException(int line, int column, String problem, @Nullable String hint) {
        super((line > 1 ? "line " + line + ", " : "") + "column " + column + ": " + problem
                + (hint == null ? "" : "; " + hint));
        this.line = line;
        this.column = column;
        this.problem = problem;
        this.hint = hint;
    }

    /** The line of the query, from 1. */
    public int line() {
        return line;
    }

    /** Where in that line, in UTF-16 code units from 1; one past the last when something is missing at the end. */
    public int column() {
        return column;
    }

    /** What is wrong, in a few words. */
    public String problem() {
        return problem;
    }

    /** What to write instead; null when there is nothing to say beyond the problem. */
    public @Nullable String hint() {
        return hint;
    }

    private static int lineOf(String query, int offset) {
        return 1
                + (int) query.substring(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static int columnOf(String query, int offset) {
        return offset - query.lastIndexOf('\n', offset - 1);
    }
}

package io.vedette.text.watch.query;

import io.vedette.text.watch.query.Lexeme.Kind;
import org.jspecify.annotations.Nullable;

/** How far a query has been read, and how much of its limits that took. */
final class Reading {

    private final String query;
    private final QueryLimits limits;
    private final QueryLexer lexer;
    private Lexeme current;
    private int behindLast;
    private int clauses;
    private int depth;
    private int chained;
    private int firstNot;

    Reading(String query, QueryLimits limits) {
        if (query.length() > limits.length()) {
            String problem = "the query has " + query.length() + " characters, and " + limits.length() + " are allowed";
            throw new QueryException(query, limits.length(), problem, "make several watches of it");
        }
        this.query = query;
        this.limits = limits;
        this.lexer = new QueryLexer(query);
        this.current = lexer.next();
        if (current.kind() == Kind.END) {
            throw error(current, "the query is empty", "write what to look for, such as \"supply routes\" OR convoy");
        }
    }

    QueryLimits limits() {
        return limits;
    }

    QueryLexer lexer() {
        return lexer;
    }

    Lexeme current() {
        return current;
    }

    boolean at(Kind kind) {
        return current.kind() == kind;
    }

    void advance() {
        behindLast = lexer.position();
        current = lexer.next();
    }

    /** What the query writes from there to where it has been read, the current lexeme left out. */
    String since(int start) {
        return query.substring(start, lexer.position());
    }

    /** What the query writes from there to the end of the last lexeme before the current one. */
    String upTo(int start) {
        return query.substring(start, behindLast);
    }

    String between(int start, int end) {
        return query.substring(start, end);
    }

    /** Goes on behind what was taken of the lexer. */
    String taken(int start) {
        String source = since(start);
        advance();
        return source;
    }

    void countClause() {
        if (++clauses > limits.clauses()) {
            throw error(current, "more than " + limits.clauses() + " clauses", "make several watches of it");
        }
    }

    /** Of each NEAR behind another the tree gets deeper, wherever they stand. */
    void countNear() {
        if (++chained > limits.nesting()) {
            throw error(current, "more than " + limits.nesting() + " times NEAR or THEN", "make several watches of it");
        }
    }

    void enter() {
        if (++depth > limits.nesting()) {
            throw error(current, "nested more than " + limits.nesting() + " deep", "leave out what is not needed");
        }
    }

    void leave(int levels) {
        depth -= levels;
    }

    void sawNot() {
        firstNot = firstNot == 0 ? current.start() : firstNot;
    }

    /** Where the query first says NOT; 0 if it doesn't. */
    int firstNot() {
        return firstNot;
    }

    /** Reads the parenthesis that ends what an earlier one began. */
    void close(Lexeme open) {
        if (current.kind() == Kind.WEIGHT) {
            throw error(current, "a weight has no meaning inside a group", "put it in front of the group");
        }
        if (current.kind() != Kind.CLOSE) {
            int parenthesis = open.kind() == Kind.CALL ? open.end() - 1 : open.start();
            throw error(parenthesis, "this parenthesis is never closed", "add a ) where its group ends");
        }
        advance();
    }

    QueryException error(Lexeme at, String problem, @Nullable String hint) {
        return error(at.start(), problem, hint);
    }

    QueryException error(int offset, String problem, @Nullable String hint) {
        return new QueryException(query, offset, problem, hint);
    }
}

package io.vedette.text.watch;

import io.vedette.text.watch.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Recursive descent over the lexemes of a query.
 *
 * <pre>
 * any    = all { "OR" all }
 * all    = unary { [ "AND" ] unary }
 * unary  = "NOT" unary | "(" any ")" | clause
 * clause = word | "=" word | phrase | field ":" ( word | phrase )
 * </pre>
 */
final class QueryParser {

    private final String query;
    private final QueryLimits limits;
    private final QueryLexer lexer;
    private final ClauseReader clauses;
    private Lexeme current;
    private int read;
    private int depth;
    private int firstNot;

    QueryParser(String query, Entities entities, QueryLimits limits) {
        if (query.length() > limits.length()) {
            String problem = "the query has " + query.length() + " characters, and " + limits.length() + " are allowed";
            throw new QueryException(query, limits.length(), problem, "make several watches of it");
        }
        this.query = query;
        this.limits = limits;
        this.lexer = new QueryLexer(query);
        this.clauses = new ClauseReader(query, entities);
        this.current = lexer.next();
    }

    /** Reads the whole query; to be called once. */
    Expression parse() {
        if (current.kind() == Kind.END) {
            throw error(current, "the query is empty", "write what to look for, such as \"supply routes\" OR convoy");
        }
        Expression whole = any();
        if (current.kind() == Kind.CLOSE) {
            throw error(current, "this parenthesis was never opened", "leave it out, or add a ( before");
        }
        return whole;
    }

    /** Where the query first says NOT; 0 if it doesn't. */
    int firstNot() {
        return firstNot;
    }

    private Expression any() {
        List<Expression> parts = new ArrayList<>();
        add(parts, all(), Expression.Any.class, Expression.Any::parts);
        while (current.kind() == Kind.OR) {
            advance();
            add(parts, all(), Expression.Any.class, Expression.Any::parts);
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.Any(List.copyOf(parts));
    }

    private Expression all() {
        List<Expression> parts = new ArrayList<>();
        add(parts, unary(), Expression.All.class, Expression.All::parts);
        while (current.kind() == Kind.AND || current.kind().begins()) {
            if (current.kind() == Kind.AND) {
                advance();
            }
            add(parts, unary(), Expression.All.class, Expression.All::parts);
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.All(List.copyOf(parts));
    }

    private Expression unary() {
        return switch (current.kind()) {
            case NOT -> not();
            case OPEN -> group();
            case WORD, EXACT, PHRASE, FIELD -> clause();
            case AND, OR ->
                throw error(
                        current,
                        current.text() + " needs something on both sides",
                        "to look for the word itself, write it in lower case");
            case CLOSE -> throw error(current, "something must stand before this parenthesis", null);
            case END -> throw error(current, "the query ends where a word, phrase or field should follow", null);
        };
    }

    private Expression not() {
        enter();
        firstNot = firstNot == 0 ? current.start() : firstNot;
        advance();
        Expression part = unary();
        depth--;
        return new Expression.Not(part);
    }

    private Expression group() {
        Lexeme open = current;
        enter();
        advance();
        Expression group = any();
        if (current.kind() != Kind.CLOSE) {
            throw error(open, "this parenthesis is never closed", "add a ) where its group ends");
        }
        advance();
        depth--;
        return group;
    }

    private Expression clause() {
        if (++read > limits.clauses()) {
            throw error(current, "more than " + limits.clauses() + " clauses", "make several watches of it");
        }
        Lexeme first = current;
        Expression clause = first.kind() == Kind.FIELD
                ? clauses.field(first, lexer.value(clauses.known(first)))
                : clauses.words(first);
        advance();
        return clause;
    }

    private void enter() {
        if (++depth > limits.nesting()) {
            throw error(current, "nested more than " + limits.nesting() + " deep", "leave out what is not needed");
        }
    }

    private void advance() {
        current = lexer.next();
    }

    private QueryException error(Lexeme at, String problem, @Nullable String hint) {
        return new QueryException(query, at.start(), problem, hint);
    }

    /** Adds a part, or its own parts where it is of the same sort: (a b) c is a b c. */
    private static <T extends Expression> void add(
            List<Expression> parts, Expression part, Class<T> sort, Function<T, List<Expression>> inner) {
        if (sort.isInstance(part)) {
            parts.addAll(inner.apply(sort.cast(part)));
        } else {
            parts.add(part);
        }
    }
}

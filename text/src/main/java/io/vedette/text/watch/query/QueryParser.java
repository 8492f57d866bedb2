package io.vedette.text.watch.query;

import io.vedette.text.watch.query.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;
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

    /** Branches of parts, "all" included: each level of nesting must cost little stack, for there may be a thousand. */
    private Expression any() {
        List<Expression> branches = new ArrayList<>();
        List<Expression> parts = new ArrayList<>();
        boolean more = true;
        while (more) {
            addPart(parts, unary());
            more = current.kind().begins();
            if (current.kind() == Kind.AND) {
                advance();
                more = true;
            } else if (current.kind() == Kind.OR) {
                advance();
                addBranch(branches, allOf(parts));
                parts = new ArrayList<>();
                more = true;
            }
        }
        addBranch(branches, allOf(parts));
        return branches.size() == 1 ? branches.get(0) : new Expression.Any(List.copyOf(branches));
    }

    private Expression unary() {
        int nots = nots();
        Expression operand;
        if (current.kind() == Kind.OPEN) {
            Lexeme open = current;
            enter();
            advance();
            operand = any();
            close(open);
        } else {
            operand = clause();
        }
        depth -= nots;
        for (int i = 0; i < nots; i++) {
            operand = new Expression.Not(operand);
        }
        return operand;
    }

    private int nots() {
        int nots = 0;
        for (; current.kind() == Kind.NOT; nots++) {
            firstNot = firstNot == 0 ? current.start() : firstNot;
            enter();
            advance();
        }
        return nots;
    }

    private void close(Lexeme open) {
        if (current.kind() != Kind.CLOSE) {
            throw error(open, "this parenthesis is never closed", "add a ) where its group ends");
        }
        advance();
        depth--;
    }

    private Expression clause() {
        if (!current.kind().begins()) {
            throw missing();
        }
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

    private QueryException missing() {
        return switch (current.kind()) {
            case END -> error(current, "the query ends where a word, phrase or field should follow", null);
            case CLOSE -> error(current, "something must stand before this parenthesis", null);
            default ->
                error(
                        current,
                        current.text() + " needs something on both sides",
                        "to look for the word itself, write it in lower case");
        };
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

    private static Expression allOf(List<Expression> parts) {
        return parts.size() == 1 ? parts.get(0) : new Expression.All(List.copyOf(parts));
    }

    /** Adds a part, or its own parts: (a b) c is a b c. */
    private static void addPart(List<Expression> parts, Expression part) {
        if (part instanceof Expression.All all) {
            parts.addAll(all.parts());
        } else {
            parts.add(part);
        }
    }

    /** Adds a branch, or its own branches: (a OR b) OR c is a OR b OR c. */
    private static void addBranch(List<Expression> branches, Expression branch) {
        if (branch instanceof Expression.Any any) {
            branches.addAll(any.parts());
        } else {
            branches.add(branch);
        }
    }
}

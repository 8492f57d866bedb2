package io.vedette.text.watch.query;

import io.vedette.text.watch.query.Expression.Stretch;
import io.vedette.text.watch.query.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recursive descent over the lexemes of a query.
 *
 * <pre>
 * any     = all { "OR" all }
 * all     = unary { [ "AND" ] unary }
 * unary   = { "NOT" } primary { ( "NEAR/n" | "THEN/n" ) primary }
 * primary = "(" any ")" | "ATLEAST/n" primary | "title:" primary | call | clause
 * call    = ( "SENTENCE" | "PARAGRAPH" | "claim" ) "(" any ")" | "SCORE(" { [ weight "*" ] unary } ") >=" number
 *         | "Cs(" words ")" | "RADIUS(" … ")" | "BBOX(" … ")"
 * clause  = word | "=" word | phrase | "/" regex "/" | name sign value
 *         | [ "=" ] field ":" ( value | "(" value { "OR" value } ")" )
 * </pre>
 */
final class QueryParser {

    private final Reading reading;
    private final FieldReader fields;
    private final TermReader terms;
    private final CallReader calls;

    /** Whether a comma ends what is read, as in COUNT(this, 1h); elsewhere it is a sign like any other. */
    private boolean commaEnds;

    private boolean inClaim;
    private @Nullable Stretch stretch;

    QueryParser(Reading reading, Entities entities) {
        this.reading = reading;
        this.fields = new FieldReader(reading, entities);
        this.terms = new TermReader(reading);
        this.calls = new CallReader(reading, this);
    }

    /** Reads what is asked of one article, to the end of the query. */
    Expression whole() {
        Expression whole = any();
        if (reading.at(Kind.CLOSE)) {
            throw reading.error(
                    reading.current(), "this parenthesis was never opened", "leave it out, or add a ( before");
        }
        return whole;
    }

    /** Reads one of several arguments: up to a comma. */
    Expression argument() {
        commaEnds = true;
        Expression argument = any();
        commaEnds = false;
        return argument;
    }

    /** Branches of parts, "all" included: each level of nesting must cost little stack, for there may be a thousand. */
    private Expression any() {
        List<Expression> branches = new ArrayList<>();
        List<Expression> parts = new ArrayList<>();
        boolean more = true;
        while (more) {
            addPart(parts, unary());
            while (reading.at(Kind.COMMA) && !commaEnds) {
                reading.advance();
            }
            more = reading.current().kind().begins();
            if (reading.at(Kind.AND)) {
                reading.advance();
                more = true;
            } else if (reading.at(Kind.OR)) {
                reading.advance();
                addBranch(branches, allOf(parts));
                parts = new ArrayList<>();
                more = true;
            }
        }
        addBranch(branches, allOf(parts));
        return branches.size() == 1 ? branches.get(0) : new Expression.Any(branches);
    }

    Expression unary() {
        int nots = nots();
        Lexeme first = reading.current();
        Expression operand;
        if (first.kind() == Kind.OPEN) { // not by group(), which would take twice the stack
            boolean outer = open();
            operand = any();
            close(first, outer);
        } else {
            operand = primary();
        }
        if (reading.at(Kind.NEAR) || reading.at(Kind.THEN)) {
            operand = chained(first, operand);
        }
        reading.leave(nots);
        for (; nots > 0; nots--) {
            operand = new Expression.Not(operand);
        }
        return operand;
    }

    private Expression chained(Lexeme first, Expression left) {
        Expression chain = left;
        while (reading.at(Kind.NEAR) || reading.at(Kind.THEN)) {
            Lexeme near = reading.current();
            reading.countNear();
            checkNumber(near, 0);
            checkStands(first, chain, near);
            reading.advance();
            Lexeme second = reading.current();
            Expression right = primary();
            checkStands(second, right, near);
            chain = new Expression.Near(chain, right, near.number(), near.kind() == Kind.THEN);
        }
        return chain;
    }

    private int nots() {
        int nots = 0;
        for (; reading.at(Kind.NOT); nots++) {
            reading.sawNot();
            reading.enter();
            reading.advance();
        }
        return nots;
    }

    private Expression primary() {
        Lexeme first = reading.current();
        return switch (first.kind()) {
            case OPEN -> group(first);
            case ATLEAST -> atLeast(first);
            case CALL -> calls.call(first, inClaim);
            case FIELD, EXACT_FIELD -> field(first);
            default -> clause(first);
        };
    }

    /** What stands in the parenthesis that is the current lexeme; the one that closes it is read too. */
    Expression group(Lexeme open) {
        boolean outer = open();
        Expression inside = any();
        close(open, outer);
        return inside;
    }

    private boolean open() {
        boolean outer = commaEnds;
        commaEnds = false;
        reading.enter();
        reading.advance();
        return outer;
    }

    private void close(Lexeme open, boolean outer) {
        reading.close(open);
        reading.leave(1);
        commaEnds = outer;
    }

    /** The condition of a claim, as a group. */
    Expression condition(Lexeme open) {
        inClaim = true;
        Expression condition = group(open);
        inClaim = false;
        return condition;
    }

    /** A group, or after title: a primary, that is held against a stretch of text alone. */
    Expression within(Stretch of, Lexeme first) {
        if (inClaim) {
            String hint = of == Stretch.TITLE
                    ? "write title:(claim(…)) for a claim in a headline"
                    : "leave it out: a claim is one sentence";
            throw reading.error(first, first.text() + " can't stand inside claim( )", hint);
        }
        Stretch outer = stretch;
        if (outer != null && (of != Stretch.SENTENCE || outer == Stretch.SENTENCE)) {
            throw reading.error(first, first.text() + " can't stand inside " + outer, "write it beside instead");
        }
        stretch = of;
        Expression part = of == Stretch.TITLE ? afterTitle() : group(first);
        stretch = outer;
        return new Expression.Within(of, part);
    }

    private Expression afterTitle() {
        reading.enter();
        reading.advance();
        Expression part = primary();
        reading.leave(1);
        return part;
    }

    private Expression atLeast(Lexeme operator) {
        checkNumber(operator, 1);
        reading.enter();
        reading.advance();
        Lexeme first = reading.current();
        Expression part = primary();
        checkStands(first, part, operator);
        reading.leave(1);
        return new Expression.AtLeast(operator.number(), part);
    }

    private Expression field(Lexeme field) {
        if (field.text().equalsIgnoreCase(FieldReader.TITLE)) {
            char next = reading.lexer().peek();
            if (Character.isWhitespace(next) || next == ')') {
                throw reading.error(
                        reading.lexer().position(), "nothing follows title:", "write the word right behind the colon");
            }
            return within(Stretch.TITLE, field);
        }
        reading.countClause();
        String name = fields.known(field, inClaim);
        if (reading.lexer().peek() == '(') {
            return list(field, name);
        }
        Expression clause = fields.clause(field, name, reading.lexer().value(name), inClaim);
        reading.advance();
        return clause;
    }

    private Expression list(Lexeme field, String name) {
        List<Expression> names = new ArrayList<>();
        Lexeme open = reading.lexer().next();
        do {
            reading.countClause();
            names.add(fields.clause(field, name, reading.lexer().listed(name), inClaim));
            reading.advance();
        } while (reading.at(Kind.OR));
        if (!reading.at(Kind.CLOSE) && !reading.at(Kind.END)) {
            throw reading.error(
                    reading.current(),
                    "names in a list stand between OR",
                    "put a name of several words in quotation marks: " + name + ":(\"A B\" OR C)");
        }
        reading.close(open);
        return names.size() == 1 ? names.get(0) : new Expression.Any(names);
    }

    private Expression clause(Lexeme first) {
        if (!first.kind().begins() || first.kind() == Kind.NOT) {
            throw missing(first);
        }
        reading.countClause();
        Expression clause =
                switch (first.kind()) {
                    case REGEX -> terms.regex(first);
                    case COMPARED -> ComparisonReader.clause(reading, first, inClaim);
                    default -> terms.words(first);
                };
        reading.advance();
        return clause;
    }

    private QueryException missing(Lexeme at) {
        return switch (at.kind()) {
            case END -> reading.error(at, "the query ends where a word, phrase or field should follow", null);
            case CLOSE -> reading.error(at, "something must stand before this parenthesis", null);
            case COMMA -> reading.error(at, "something must stand before this comma", null);
            case NOT ->
                reading.error(
                        at, "NOT can't stand here", "write what must be there with NOT in front of the whole of it");
            default ->
                reading.error(
                        at,
                        at.text() + " needs something on both sides",
                        "to look for the word itself, write it in lower case");
        };
    }

    private void checkNumber(Lexeme operator, int least) {
        int most = reading.limits().distance();
        if (operator.number() < least || operator.number() > most) {
            throw reading.error(
                    operator,
                    operator.text() + "/" + operator.number() + " is out of range",
                    "write a number from " + least + " to " + most);
        }
    }

    private void checkStands(Lexeme first, Expression part, Lexeme operator) {
        if (!part.standsSomewhere()) {
            throw reading.error(
                    first,
                    operator.text() + " takes what stands in the text: words, phrases, actors, places, claims",
                    "of several, put OR between them, or quotation marks around them");
        }
    }

    private static Expression allOf(List<Expression> parts) {
        return parts.size() == 1 ? parts.get(0) : new Expression.All(parts);
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

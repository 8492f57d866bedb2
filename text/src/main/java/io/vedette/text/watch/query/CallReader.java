package io.vedette.text.watch.query;

import io.vedette.text.watch.query.Expression.Stretch;
import io.vedette.text.watch.query.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what has a name and parentheses. */
final class CallReader {

    static final List<String> NAMES = List.of("SENTENCE", "PARAGRAPH", "claim", "SCORE", "Cs", "RADIUS", "BBOX");

    private static final Pattern CASED = Pattern.compile("([^()]*)\\)");
    private static final Pattern THRESHOLD = Pattern.compile("\\s*>=\\s*(" + Values.NUMBER + ")(?![^\\s),])");

    private final Reading reading;
    private final QueryParser parser;
    private final TermReader terms;
    private final AreaReader areas;

    CallReader(Reading reading, QueryParser parser) {
        this.reading = reading;
        this.parser = parser;
        this.terms = new TermReader(reading);
        this.areas = new AreaReader(reading);
    }

    Expression call(Lexeme call, boolean inClaim) {
        return switch (call.text()) {
            case "SENTENCE" -> parser.within(Stretch.SENTENCE, call);
            case "PARAGRAPH" -> parser.within(Stretch.PARAGRAPH, call);
            case "claim" -> claim(call, inClaim);
            case "SCORE" -> score(call);
            case "Cs" -> cased(call);
            case "RADIUS" -> areas.radius(call);
            case "BBOX" -> areas.box(call);
            default -> throw unknown(call);
        };
    }

    private QueryException unknown(Lexeme call) {
        String name = call.text();
        if (OverTimeReader.NAMES.contains(name)) {
            return reading.error(
                    call, name + "( ) stands at the top of a query, around all of it", "write the rest inside it");
        }
        List<String> all = new ArrayList<>(NAMES);
        all.addAll(OverTimeReader.NAMES);
        List<String> upper =
                all.stream().map(each -> each.toUpperCase(Locale.ROOT)).toList();
        String nearest = Nearest.close(name.toUpperCase(Locale.ROOT), upper);
        String meant = nearest == null ? "" : "did you mean " + all.get(upper.indexOf(nearest)) + "( )? ";
        if (name.equalsIgnoreCase(FieldReader.TITLE)) {
            meant = "did you mean title:( )? ";
        }
        return reading.error(
                call,
                "there is no operator " + name,
                (meant.isEmpty() ? "put" : meant + "Put") + " a space before the parenthesis to look for the word");
    }

    private Expression claim(Lexeme call, boolean inClaim) {
        if (inClaim) {
            throw reading.error(call, "a claim can't stand inside a claim", "write the two beside each other");
        }
        reading.countClause();
        Expression condition = parser.condition(call);
        return Claims.reported(reading.upTo(call.start()), condition);
    }

    private Expression cased(Lexeme call) {
        reading.countClause();
        int start = reading.lexer().position();
        Matcher content = reading.lexer().take(CASED);
        if (content == null) {
            throw reading.error(start - 1, "this parenthesis is never closed", "write a word: Cs(US)");
        }
        Lexeme word = new Lexeme(Kind.WORD, start, content.end(1), content.group(1));
        String source = reading.since(call.start());
        Expression clause = terms.cased(call, word, source);
        reading.advance();
        return clause;
    }

    private Expression score(Lexeme call) {
        if (reading.lexer().weights(true)) {
            throw reading.error(call, "a score can't stand inside a score", "add up its parts in one");
        }
        reading.enter();
        List<Expression.Weighted> parts = new ArrayList<>();
        reading.advance();
        do {
            double weight = weight();
            parts.add(new Expression.Weighted(weight, parser.unary()));
            while (reading.at(Kind.COMMA)) {
                reading.advance();
            }
        } while (reading.at(Kind.WEIGHT) || reading.current().kind().begins());
        if (!reading.at(Kind.CLOSE) && !reading.at(Kind.END)) {
            throw reading.error(
                    reading.current(),
                    reading.current().text() + " has no meaning between the parts of a score",
                    "put parts that belong together in parentheses: 3*(a OR b)");
        }
        reading.lexer().weights(false);
        double threshold = threshold(call);
        reading.leave(1);
        return new Expression.Score(parts, threshold);
    }

    private double weight() {
        if (!reading.at(Kind.WEIGHT)) {
            return 1;
        }
        double weight = Double.parseDouble(reading.current().text());
        reading.advance();
        return weight;
    }

    private double threshold(Lexeme call) {
        int behind = reading.lexer().position();
        Matcher threshold = reading.at(Kind.CLOSE) ? reading.lexer().take(THRESHOLD) : null;
        if (reading.at(Kind.CLOSE) && threshold == null) {
            throw reading.error(behind, "a score needs its threshold", "write SCORE( … ) >= 6");
        }
        reading.close(call);
        return threshold == null ? 0 : Double.parseDouble(threshold.group(1));
    }
}

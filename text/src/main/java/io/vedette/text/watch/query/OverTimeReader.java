package io.vedette.text.watch.query;

import io.vedette.text.watch.query.Lexeme.Kind;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is asked of many articles: it stands at the top of a query, around all of it. */
final class OverTimeReader {

    static final List<String> NAMES =
            List.of("COUNT", "SPIKE", "FIRST", "FOLLOWED", "SILENCE", "CORROBORATED", "CONFLICT");

    private static final Pattern VALUE = Pattern.compile("\\s*([^\\s,()]*)");
    private static final Pattern THRESHOLD = Pattern.compile("\\s*>=\\s*([0-9]{1,9})(?![^\\s])");
    private static final int MOST = 1_000_000;

    private final Reading reading;
    private final QueryParser parser;

    OverTimeReader(Reading reading, QueryParser parser) {
        this.reading = reading;
        this.parser = parser;
    }

    /** Whether the current lexeme begins such a question. */
    boolean begins() {
        return reading.at(Kind.CALL) && NAMES.contains(reading.current().text());
    }

    /** Reads one, to the end of the query. */
    OverTime read() {
        Lexeme call = reading.current();
        reading.enter();
        reading.advance();
        Expression part = parser.argument();
        OverTime overTime =
                switch (call.text()) {
                    case "COUNT" -> count(call, part);
                    case "SPIKE" -> spike(call, part);
                    case "FIRST" -> new OverTime.First(part, lastTime(call));
                    case "SILENCE" -> new OverTime.Silence(part, lastTime(call));
                    case "FOLLOWED" -> followed(call, part);
                    case "CORROBORATED" -> corroborated(call, part);
                    default -> conflict(call, part);
                };
        if (!reading.at(Kind.END)) {
            throw reading.error(
                    reading.current(),
                    call.text() + "( ) stands alone at the top of a query",
                    "write what else must be there inside it");
        }
        return overTime;
    }

    private OverTime count(Lexeme call, Expression part) {
        Duration window = time(call);
        closing(call);
        int behind = reading.lexer().position();
        Matcher threshold = reading.lexer().take(THRESHOLD);
        if (threshold == null || number(threshold.group(1)) < 1) {
            throw reading.error(behind, "COUNT needs how many", "write " + example("COUNT"));
        }
        reading.advance();
        return new OverTime.Count(part, window, number(threshold.group(1)));
    }

    private OverTime spike(Lexeme call, Expression part) {
        Duration window = time(call);
        reading.advance();
        Matcher factor = value(call);
        if (!factor.group(1).matches("[0-9]{1,6}(\\.[0-9]{1,6})?") || !(Double.parseDouble(factor.group(1)) > 1)) {
            throw reading.error(
                    factor.start(1), "SPIKE needs how many times as much as usual", "write " + example("SPIKE"));
        }
        close(call);
        return new OverTime.Spike(part, window, Double.parseDouble(factor.group(1)));
    }

    private OverTime followed(Lexeme call, Expression first) {
        comma(call);
        reading.advance();
        Expression then = parser.argument();
        return new OverTime.Followed(first, then, lastTime(call));
    }

    private OverTime corroborated(Lexeme call, Expression part) {
        Matcher texts = value(call);
        if (!texts.group(1).matches("[0-9]{1,6}") || number(texts.group(1)) < 2) {
            throw reading.error(
                    texts.start(1), "CORROBORATED needs how many texts, from 2", "write " + example("CORROBORATED"));
        }
        close(call);
        return new OverTime.Corroborated(part, number(texts.group(1)));
    }

    private OverTime conflict(Lexeme call, Expression part) {
        reading.close(call);
        return new OverTime.Conflict(part);
    }

    private static int number(String digits) {
        return Math.min(MOST, Integer.parseInt(digits));
    }

    private Duration lastTime(Lexeme call) {
        Duration time = time(call);
        close(call);
        return time;
    }

    /** A length of time behind a comma. */
    private Duration time(Lexeme call) {
        Matcher value = value(call);
        Duration time = Values.time(value.group(1));
        Duration most = reading.limits().window();
        if (time == null) {
            throw reading.error(
                    value.start(1),
                    (value.group(1).isEmpty() ? "nothing" : value.group(1)) + " is no length of time",
                    "write s, m, h, d or w: " + example(call.text()));
        }
        if (time.isZero() || time.compareTo(most) > 0) {
            throw reading.error(
                    value.start(1),
                    "a time of " + value.group(1) + " is out of range",
                    "write more than 0 and at most " + Values.written(most));
        }
        return time;
    }

    private Matcher value(Lexeme call) {
        comma(call);
        Matcher value = reading.lexer().take(VALUE);
        if (value == null) {
            throw new IllegalStateException("a pattern that takes nothing too");
        }
        return value;
    }

    private void comma(Lexeme call) {
        if (!reading.at(Kind.COMMA)) {
            throw reading.error(
                    reading.current(), call.text() + " needs more behind a comma", "write " + example(call.text()));
        }
    }

    private void close(Lexeme call) {
        closing(call);
        reading.advance();
    }

    /** The current lexeme becomes the parenthesis that closes. */
    private void closing(Lexeme call) {
        reading.advance();
        if (reading.at(Kind.COMMA)) {
            throw reading.error(reading.current(), call.text() + " takes no more", "write " + example(call.text()));
        }
        if (!reading.at(Kind.CLOSE)) {
            throw reading.error(call.end() - 1, "this parenthesis is never closed", "write " + example(call.text()));
        }
    }

    private static String example(String name) {
        return switch (name) {
            case "COUNT" -> "COUNT(query, 1h) >= 5";
            case "SPIKE" -> "SPIKE(query, 1h, 3)";
            case "FIRST" -> "FIRST(query, 30d)";
            case "FOLLOWED" -> "FOLLOWED(query, query, 6h)";
            case "SILENCE" -> "SILENCE(query, 12h)";
            case "CORROBORATED" -> "CORROBORATED(query, 3)";
            default -> "CONFLICT(query)";
        };
    }
}

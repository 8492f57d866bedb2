package io.vedette.text.watch.query;

import io.vedette.text.QuantityKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/** Makes clauses of comparisons: {@code age<2d}, {@code when>=-3d}, {@code casualties>=10}. */
final class ComparisonReader {

    private ComparisonReader() {}

    static Expression.Clause clause(Reading reading, Lexeme name, boolean inClaim) {
        String written = name.text().toLowerCase(Locale.ROOT);
        String known = written.startsWith("claim.") ? written.substring("claim.".length()) : written;
        if (!Values.COMPARED.contains(known)) {
            throw unknown(reading, name, known);
        }
        Values.Compared compared = Values.compared(reading, name);
        String source = reading.since(name.start());
        Set<QuantityKind> counted = Values.COUNTS.get(known);
        if (counted != null) {
            double number = Values.number(reading, compared, known);
            return Claims.clause(new Expression.Counted(source, counted, compared.comparison(), number), inClaim);
        }
        return known.equals("age")
                ? aged(reading, name, compared, source, inClaim)
                : Claims.clause(happened(reading, compared, source), inClaim);
    }

    private static QueryException unknown(Reading reading, Lexeme name, String known) {
        if (known.equals("confidence")) {
            return reading.error(
                    name, "confidence stands in brackets behind a name", "write place:Melitopol[confidence>=0.8]");
        }
        String nearest = Nearest.close(known, Values.COMPARED);
        return reading.error(
                name.end(),
                "nothing called " + name.text() + " can be compared",
                nearest == null
                        ? "put the words in quotation marks to look for them"
                        : "did you mean " + Values.example(nearest) + "?");
    }

    private static Expression.Clause aged(
            Reading reading, Lexeme name, Values.Compared compared, String source, boolean inClaim) {
        if (inClaim) {
            throw reading.error(
                    name, "age is that of the article, not of a claim", "write it outside claim( ), or use when");
        }
        Duration age = Values.time(compared.value());
        if (age == null) {
            throw reading.error(
                    compared.at(), compared.value() + " is no length of time", "write s, m, h, d or w: age<2d");
        }
        return new Expression.Aged(source, compared.comparison(), age);
    }

    private static Expression.OfClaim happened(Reading reading, Values.Compared compared, String source) {
        Duration before = Values.ago(compared.value());
        LocalDate day = Values.day(compared.value());
        if (before == null && day == null) {
            throw reading.error(
                    compared.at(),
                    compared.value() + " is neither a day nor so long ago",
                    "write when>=2024-02-24 or when>=-3d");
        }
        return new Expression.Happened(source, compared.comparison(), day, before);
    }
}

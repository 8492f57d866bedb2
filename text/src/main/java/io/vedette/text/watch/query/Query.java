package io.vedette.text.watch.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query of the watch language, read and understood but not yet prepared to be asked.  Immutable.
 *
 * @param source as its author wrote it
 * @param parts what is asked of single articles: one expression, or the two of FOLLOWED in their order
 * @param overTime what is asked of many; null where a single article answers
 * @param firstNot where it first says NOT, in UTF-16 code units from its start; 0 where it does not
 */
public record Query(
        String source, List<Expression> parts, @Nullable OverTime overTime, int firstNot) {

    public Query {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a query within the default limits.
     *
     * @throws QueryException if it is none, says where and why
     */
    public static Query parse(String query, Entities entities) {
        return parse(query, entities, QueryLimits.DEFAULT);
    }

    /**
     * Reads a query.
     *
     * @param entities resolves the names in it, here and now: an alias that the gazetteer gets later is not in
     * @throws QueryException if it is none or exceeds the limits, says where and why
     */
    public static Query parse(String query, Entities entities, QueryLimits limits) {
        Reading reading = new Reading(query, limits);
        QueryParser parser = new QueryParser(reading, entities);
        OverTimeReader overTime = new OverTimeReader(reading, parser);
        if (overTime.begins()) {
            OverTime question = overTime.read();
            return new Query(query, question.parts(), question, reading.firstNot());
        }
        return new Query(query, List.of(parser.whole()), null, reading.firstNot());
    }

    /**
     * One form for all queries that differ in the case of words, in spacing or in needless parentheses only.  Reading it
     * gives the same meaning.
     */
    public String normalised() {
        return overTime == null ? CanonicalForm.of(parts.get(0)) : CanonicalForm.of(overTime);
    }
}

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
        QueryParser parser = new QueryParser(query, entities, limits);
        Expression expression = parser.parse();
        return new Query(query, List.of(expression), null, parser.firstNot());
    }

    /**
     * One form for all queries that differ in the case of words, in spacing or in needless parentheses only.  Reading it
     * gives the same meaning.
     */
    public String normalised() {
        return CanonicalForm.of(parts.get(0));
    }
}

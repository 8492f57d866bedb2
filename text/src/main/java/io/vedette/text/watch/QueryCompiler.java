package io.vedette.text.watch;

import io.vedette.text.watch.query.Entities;
import io.vedette.text.watch.query.QueryException;
import io.vedette.text.watch.query.QueryLimits;

/**
 * Compiles queries, each with the same names and within the same limits: a query that one part of a system takes is taken
 * by all.  As thread-safe as the entities.
 *
 * @param entities resolve the names in queries, and hold the areas of what articles name
 * @param limits how large a query may be
 */
public record QueryCompiler(Entities entities, QueryLimits limits) {

    /** Within {@link QueryLimits#DEFAULT}. */
    public QueryCompiler(Entities entities) {
        this(entities, QueryLimits.DEFAULT);
    }

    /**
     * Compiles a query.
     *
     * @throws QueryException if it is none or exceeds the limits, says where and why
     */
    public WatchQuery compile(String query) {
        return WatchQuery.compile(query, entities, limits);
    }
}

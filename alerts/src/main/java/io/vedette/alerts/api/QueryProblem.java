package io.vedette.alerts.api;

import io.javalin.http.HttpStatus;
import io.vedette.runtime.http.Problem;
import io.vedette.text.watch.query.QueryException;

/** What is answered to a query that can't be compiled: 400 with the line and column in the query, and what to write. */
public final class QueryProblem {

    private QueryProblem() {}

    /** Of the one query that was sent. */
    public static Problem of(QueryException refused) {
        return of("", refused);
    }

    /** @param where of several which, in front of the message */
    public static Problem of(String where, QueryException refused) {
        Problem problem = new Problem(HttpStatus.BAD_REQUEST, where + "query: " + refused.getMessage())
                .with("field", "query")
                .with("line", refused.line())
                .with("column", refused.column());
        String hint = refused.hint();
        return hint == null ? problem : problem.with("hint", hint);
    }
}

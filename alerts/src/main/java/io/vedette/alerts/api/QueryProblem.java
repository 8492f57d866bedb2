package io.vedette.alerts.api;

import io.javalin.http.HttpStatus;
import io.vedette.runtime.http.Problem;
import io.vedette.text.watch.query.QueryException;

/** What is answered to a query that can't be compiled: 400 with the line and column in the query, and what to write. */
final class QueryProblem {

    private QueryProblem() {}

    static Problem of(QueryException refused) {
        Problem problem = new Problem(HttpStatus.BAD_REQUEST, "query: " + refused.getMessage())
                .with("field", "query")
                .with("line", refused.line())
                .with("column", refused.column());
        String hint = refused.hint();
        return hint == null ? problem : problem.with("hint", hint);
    }
}

package io.vedette.alerts.api;

import io.javalin.http.Context;
import io.vedette.alerts.view.ArticleHit;
import io.vedette.runtime.http.Parameters;
import io.vedette.text.watch.QueryCompiler;
import io.vedette.text.watch.Requirement;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.query.QueryException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a query in the watch language against articles that were found, exactly as a watch would. */
final class QueryFilter {

    private final QueryCompiler queries;

    QueryFilter(QueryCompiler queries) {
        this.queries = queries;
    }

    /** A query that can be asked. */
    final class Compiled {

        private final WatchQuery query;

        private Compiled(WatchQuery query) {
            this.query = query;
        }

        /** What an article must have for it to match. */
        List<Requirement> needs() {
            return query.requirements(0);
        }

        boolean matches(ArticleHit hit) {
            return query.matches(Matchable.of(hit.enriched(), hit.acceptedAt(), queries.entities()));
        }
    }

    /** What {@code query} asks; null if it is not given. */
    @Nullable
    Compiled of(Context ctx) {
        String query = Parameters.text(ctx, "query");
        if (query == null) {
            return null;
        }
        try {
            WatchQuery compiled = queries.compile(query);
            if (compiled.overTime() != null) {
                throw Parameters.wrong(
                        "query", "asks over time, which a search does not do; give what is asked of each article");
            }
            return new Compiled(compiled);
        } catch (QueryException e) {
            throw QueryProblem.of(e).with("parameter", "query");
        }
    }
}

package io.vedette.alerts.watch;

import io.vedette.runtime.config.QueryConfig;
import io.vedette.text.watch.QueryCompiler;
import io.vedette.text.watch.query.Entities;
import io.vedette.text.watch.query.QueryLimits;

/** The configured limits of queries, as the language knows them: for services and commands alike. */
public final class QuerySettings {

    private QuerySettings() {}

    /** What compiles all queries. */
    public static QueryCompiler compiler(QueryConfig config, Entities entities) {
        return new QueryCompiler(entities, limits(config));
    }

    private static QueryLimits limits(QueryConfig config) {
        return new QueryLimits(
                config.characters(),
                config.clauses(),
                config.depth(),
                config.distance(),
                config.wildcardLetters(),
                config.regexInstructions(),
                config.radiusKilometres(),
                config.window());
    }
}

package io.vedette.text.watch;

import io.vedette.text.watch.query.Entities;
import io.vedette.text.watch.query.Expression;
import io.vedette.text.watch.query.OverTime;
import io.vedette.text.watch.query.Query;
import io.vedette.text.watch.query.QueryException;
import io.vedette.text.watch.query.QueryLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to an article, compiled.  Immutable and safe to use from many threads at once.
 *
 * <pre>
 * convoy                         a word, in any of its forms
 * =convoy                        in this form only
 * "supply routes"                words side by side, in any of their forms
 * actor:"1st Guards Tank Army"   an actor by any of its names
 * place:Ukraine                  a place by any of its names, or what lies inside it
 * claim:TERRITORY_CONTROL        something claimed: asserted, denied or possible, and no history
 * a b    a AND b                 both
 * a OR b                         at least one
 * NOT a                          not; beside something that must be there
 * ( )                            NOT binds tighter than AND, AND tighter than OR
 * </pre>
 *
 * <p>Operators are upper case.  Words are compared without regard to case and diacritics.
 */
public final class WatchQuery {

    private final Query query;

    /** The query's parts, compiled: one, or the two of FOLLOWED. */
    private final Condition[] conditions;

    private WatchQuery(Query query) {
        this.query = query;
        this.conditions = query.parts().stream().map(Compiler::compile).toArray(Condition[]::new);
    }

    /**
     * Compiles a query within the default limits.
     *
     * @throws QueryException if it is none, says where and why
     */
    public static WatchQuery compile(String query, Entities entities) {
        return compile(query, entities, QueryLimits.DEFAULT);
    }

    /**
     * Compiles a query.
     *
     * @param entities resolves the names in it, here and now: an alias that the gazetteer gets later is not in
     * @throws QueryException if it is none or exceeds the limits, says where and why
     */
    public static WatchQuery compile(String query, Entities entities, QueryLimits limits) {
        return of(Query.parse(query, entities, limits));
    }

    /**
     * Compiles what has been read.
     *
     * @throws QueryException if a part can be true of an article that has nothing of what it names
     */
    public static WatchQuery of(Query query) {
        for (Expression part : query.parts()) {
            if (Requirements.of(part).isEmpty()) {
                throw new QueryException(
                        query.source(),
                        query.firstNot(),
                        "this can be true of an article that has nothing of what is named here",
                        "add what must be there, beside what must not");
            }
        }
        return new WatchQuery(query);
    }

    /** What is asked of many articles; null where a single one answers. */
    public @Nullable OverTime overTime() {
        return query.overTime();
    }

    /** How many questions to single articles there are in it: one, or two for {@code FOLLOWED}. */
    public int parts() {
        return conditions.length;
    }

    /** Whether the article is one that was asked for, by any part. */
    public boolean matches(MatchableArticle article) {
        Scope whole = Scope.of(article);
        for (Condition condition : conditions) {
            if (condition.holds(whole)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the article is one that a part asks for.
     *
     * @param part from 0
     */
    public boolean matches(MatchableArticle article, int part) {
        return conditions[part].holds(Scope.of(article));
    }

    /**
     * Why the article matches: of each clause that makes the first part that does so true, its first places in the article.
     *
     * @param occurrences how many places for each clause at most, from 1
     * @return by clause, then by place; empty exactly when it does not match
     */
    public List<ClauseMatch> reasons(MatchableArticle article, int occurrences) {
        for (int part = 0; part < conditions.length; part++) {
            List<ClauseMatch> reasons = reasons(article, part, occurrences);
            if (!reasons.isEmpty()) {
                return reasons;
            }
        }
        return List.of();
    }

    /** The same of one part. */
    public List<ClauseMatch> reasons(MatchableArticle article, int part, int occurrences) {
        Reasons reasons = new Reasons(article, occurrences);
        conditions[part].collect(Scope.of(article), true, reasons);
        return reasons.matches();
    }

    /** Why the article matches or not: every clause of the first part, how it came out, and how close it came. */
    public Explanation explain(MatchableArticle article) {
        return explain(article, 0);
    }

    /** The same of another part. */
    public Explanation explain(MatchableArticle article, int part) {
        return conditions[part].explain(Scope.of(article));
    }

    /**
     * One form for all queries that differ in the case of words, in spacing or in needless parentheses only.  Compiling
     * it gives the same meaning.
     */
    public String normalised() {
        return query.normalised();
    }

    /** The query, read. */
    public Query query() {
        return query;
    }

    /** The query as it was given. */
    @Override
    public String toString() {
        return query.source();
    }

    /**
     * By what articles are found for which a part may be true: they have all of these, of each one anchor; whether it is true
     * of such an article, {@link #matches(MatchableArticle, int)} says.  At least one, the rarest first.
     *
     * @param part from 0
     */
    public List<Requirement> requirements(int part) {
        return Requirements.of(query.parts().get(part));
    }

    /** How the articles are found that a part is true of. */
    Plan plan(int part) {
        return Plan.of(query.parts().get(part));
    }

    Condition condition(int part) {
        return conditions[part];
    }
}

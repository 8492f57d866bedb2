package io.vedette.text.watch;

import io.vedette.text.watch.query.Entities;
import io.vedette.text.watch.query.Expression;
import io.vedette.text.watch.query.Query;
import io.vedette.text.watch.query.QueryException;
import io.vedette.text.watch.query.QueryLimits;
import java.util.List;
import java.util.Set;

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
    private final Expression expression;
    private final Set<Anchor> anchors;

    private WatchQuery(Query query, Expression expression, Set<Anchor> anchors) {
        this.query = query;
        this.expression = expression;
        this.anchors = anchors;
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
        Query parsed = Query.parse(query, entities, limits);
        Expression expression = parsed.parts().get(0);
        refuseNotYet(parsed);
        Anchors anchors = Anchors.of(expression);
        if (anchors == null) {
            throw new QueryException(
                    query,
                    parsed.firstNot(),
                    "this can be true of an article that has nothing of what is named here",
                    "add what must be there, beside what must not");
        }
        return new WatchQuery(parsed, expression, anchors.anchors());
    }

    private static void refuseNotYet(Query query) {
        if (query.overTime() != null || !evaluated(query.parts())) {
            throw new QueryException(query.source(), 0, "this can be written, but not watched yet", null);
        }
    }

    private static boolean evaluated(List<Expression> parts) {
        for (Expression part : parts) {
            if (!evaluated(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean evaluated(Expression expression) {
        if (expression instanceof Expression.All all) {
            return evaluated(all.parts());
        }
        if (expression instanceof Expression.Any any) {
            return evaluated(any.parts());
        }
        if (expression instanceof Expression.Not not) {
            return evaluated(not.part());
        }
        if (expression instanceof Expression.Phrase phrase) {
            return phrase.terms().stream()
                    .allMatch(term -> term instanceof Expression.Word word && word.form() == Expression.Form.STEM);
        }
        if (expression instanceof Expression.Place place) {
            return place.inside() && place.confidence() == 0;
        }
        return expression instanceof Expression.Word word && word.form() != Expression.Form.CASE
                || expression instanceof Expression.Actor actor && actor.confidence() == 0
                || expression instanceof Expression.Reported reported
                        && reported.condition() instanceof Expression.ClaimOfType;
    }

    /** Whether the article is one that was asked for. */
    public boolean matches(MatchableArticle article) {
        return new Evaluation(article, 0).holds(expression);
    }

    /**
     * Why the article matches: of each clause that makes the query true, its first places in the article.
     *
     * @param occurrences how many places for each clause at most, from 1
     * @return by clause, then by place; empty exactly when it does not match
     */
    public List<ClauseMatch> reasons(MatchableArticle article, int occurrences) {
        return new Evaluation(article, occurrences).reasons(expression);
    }

    /**
     * One form for all queries that differ in the case of words, in spacing or in needless parentheses only.  Compiling
     * it gives the same meaning.
     */
    public String normalised() {
        return query.normalised();
    }

    /** The query as it was given. */
    @Override
    public String toString() {
        return query.source();
    }

    /** An article that has none of these can't match. */
    Set<Anchor> anchors() {
        return anchors;
    }
}

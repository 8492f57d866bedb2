package io.vedette.text.watch.query;

import java.time.Duration;
import java.util.List;

/**
 * What a query asks of many articles.  It stands at the top of a query, never inside another expression.  Immutable.
 * An article is counted at the earlier of its publication and its acceptance.
 */
public sealed interface OverTime {

    /** The questions to single articles in it: one, or the two of FOLLOWED in their order. */
    List<Expression> parts();

    /** What is asked over time of one question. */
    sealed interface OfOne extends OverTime {
        Expression part();

        @Override
        default List<Expression> parts() {
            return List.of(part());
        }
    }

    /** Within a sliding window, so many articles or more. */
    record Count(Expression part, Duration window, int atLeast) implements OfOne {}

    /** Within a window, so many times as many articles as usual in one. */
    record Spike(Expression part, Duration window, double factor) implements OfOne {}

    /** An article, after there was none for so long. */
    record First(Expression part, Duration quiet) implements OfOne {}

    /** No article for so long. */
    record Silence(Expression part, Duration window) implements OfOne {}

    /** So many independent texts of one story. */
    record Corroborated(Expression part, int texts) implements OfOne {}

    /** Articles of one story that say opposite things. */
    record Conflict(Expression part) implements OfOne {}

    /** An article for one, and within that time after it an article for the other. */
    record Followed(Expression first, Expression then, Duration within) implements OverTime {
        @Override
        public List<Expression> parts() {
            return List.of(first, then);
        }
    }
}

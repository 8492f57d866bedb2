package io.vedette.text.watch;

import java.util.List;

/**
 * A watch that an article matches.
 *
 * @param watchId whose
 * @param version of the watch
 * @param clauses why; never empty.  By clause in the order of the query, and by place in the article within a clause.  Of
 *     an OR each branch that is true; of a NOT nothing
 */
public record WatchMatch(String watchId, int version, List<ClauseMatch> clauses) {

    public WatchMatch {
        clauses = List.copyOf(clauses);
    }
}

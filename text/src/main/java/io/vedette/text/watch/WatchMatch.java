package io.vedette.text.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A watch that an article matches.  Its reasons are made when they are first asked for, and then kept; safe to use from
 * many threads at once.
 */
public final class WatchMatch {

    private final WatchEntry entry;
    private final int part;
    private final MatchableArticle article;
    private final int occurrences;
    private volatile @Nullable List<ClauseMatch> clauses;

    WatchMatch(WatchEntry entry, int part, MatchableArticle article, int occurrences) {
        this.entry = entry;
        this.part = part;
        this.article = article;
        this.occurrences = occurrences;
    }

    /** The watch, as the set held it. */
    public WatchEntry entry() {
        return entry;
    }

    /** Whose match it is. */
    public String watchId() {
        return entry.id();
    }

    /** The version of the watch. */
    public int version() {
        return entry.version();
    }

    /** Which part of the query matched: 0, or 1 for the second of {@code FOLLOWED}. */
    public int part() {
        return part;
    }

    /**
     * Why; never empty.  By clause in the order of the query, and by place in the article within a clause.  Of an OR each
     * branch that is true; of a NOT nothing.
     */
    public List<ClauseMatch> clauses() {
        List<ClauseMatch> made = clauses;
        if (made == null) {
            made = entry.query().reasons(article, part, occurrences);
            clauses = made;
        }
        return made;
    }

    @Override
    public String toString() {
        return watchId() + (part == 0 ? "" : " part " + part) + " " + clauses();
    }
}

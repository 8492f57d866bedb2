package io.vedette.app.reprocess;

import io.vedette.alerts.topology.ArticleMatcher;
import io.vedette.alerts.watch.Watches;
import io.vedette.enrich.Retagging;
import io.vedette.schemas.Correction;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Match;
import io.vedette.schemas.Story;
import io.vedette.text.article.ArticleMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tags articles again and holds them against the present watches as they were tagged before and as they are tagged now: only
 * what differs between the two is corrected, so a watch that was written or changed meanwhile alerts nobody of old articles.
 * Pure, but for the tagger.
 *
 * @param at when this run began
 */
record Comparison(Retagging retagging, ArticleMatcher matcher, Watches watches, Standing standing, Instant at) {

    /**
     * The article as it is to be written, with what that means for watches.
     *
     * @param before the article as it was enriched
     * @param accepted when it was accepted
     * @param story what story it tells, as far as that is retained
     * @param findings gets one for each watch for which something changes
     * @return null if nothing else is found in it than before, and for what is not tagged at all
     */
    @Nullable
    EnrichedArticle compare(EnrichedArticle before, Instant accepted, @Nullable Story story, List<Finding> findings) {
        List<String> marks = before.getArticle().getMarks();
        if (marks.contains(ArticleMark.REMOVED.name()) || marks.contains(ArticleMark.CANARY.name())) {
            return null;
        }
        EnrichedArticle now = retagging.retag(before, accepted);
        if (now == null) {
            return null;
        }
        Set<String> matchedBefore = matching(before, accepted);
        Set<String> matchNow = matching(now, accepted);
        List<String> missed = without(matchNow, matchedBefore);
        List<String> withdrawn = without(matchedBefore, matchNow);
        missed.forEach(watch -> findings.add(standing.matches(watch, now, story)));
        withdrawn.forEach(watch -> findings.add(standing.withdrawn(watch, now, story)));
        now.setCorrection(Correction.newBuilder()
                .setAt(at)
                .setReason(reason(before, now))
                .setMatches(missed)
                .setWithdrawn(withdrawn)
                .setStory(story)
                .build());
        return now;
    }

    /** What was counted over time is over: such watches hear of no correction. */
    private Set<String> matching(EnrichedArticle article, Instant accepted) {
        Set<String> ids = new TreeSet<>();
        for (Match match : matcher.matches(article, accepted, watches)) {
            if (match.getOperator().isEmpty()) {
                ids.add(match.getWatchId());
            }
        }
        return ids;
    }

    private static List<String> without(Set<String> these, Set<String> those) {
        List<String> left = new ArrayList<>(these);
        left.removeAll(those);
        return left;
    }

    private static String reason(EnrichedArticle before, EnrichedArticle now) {
        return "tagged again: gazetteer " + before.getGazetteerVersion() + " -> " + now.getGazetteerVersion()
                + ", lexicon " + before.getLexiconVersion() + " -> " + now.getLexiconVersion();
    }
}

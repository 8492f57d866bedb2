package io.vedette.enrich;

import io.vedette.schemas.EnrichedArticle;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tags articles again that were enriched before, by the same code that enriches them live.  Thread-safe as far as its tagger
 * is.
 *
 * @param tagger with what is to be found now
 * @param recordLimitBytes the largest value that is written
 */
public record Retagging(Tagger tagger, int recordLimitBytes) {

    /**
     * The article as it would be enriched now: the same revision of it, with what is found in it today.
     *
     * @param enriched as it was enriched before; stays as it is
     * @param accepted when the article was accepted, as far as it does not say so itself
     * @return null if the same is found as before, whatever the versions of names and rules
     */
    public @Nullable EnrichedArticle retag(EnrichedArticle enriched, Instant accepted) {
        Instant acceptedAt = enriched.getAcceptedAt() == null ? accepted : enriched.getAcceptedAt();
        EnrichedArticle tagged = tagger.tag(enriched.getArticle(), acceptedAt).article();
        tagged.setChanged(enriched.getChanged());
        EnrichedArticle fitting = new SizeLimit(recordLimitBytes).fit(tagged);
        return Arrays.equals(found(enriched, acceptedAt), found(fitting, acceptedAt)) ? null : fitting;
    }

    /** What was found, and nothing of who found it when: records with times inside lists can't be compared otherwise. */
    private static byte[] found(EnrichedArticle enriched, Instant acceptedAt) {
        EnrichedArticle bare = EnrichedArticle.newBuilder(enriched)
                .setAcceptedAt(acceptedAt)
                .setGazetteerVersion("")
                .setLexiconVersion("")
                .setCorrection(null)
                .build();
        return RecordSize.bytes(bare);
    }
}

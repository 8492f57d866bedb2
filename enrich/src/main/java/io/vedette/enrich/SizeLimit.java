package io.vedette.enrich;

import io.vedette.schemas.Claim;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Mention;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Keeps a record under the size that the topics take: claims are left out first, then mentions, the last ones of the
 * article first.  A claim names mentions by their index, so that without all mentions there are no claims.
 *
 * @param bytes the most that a value may take
 */
record SizeLimit(int bytes) {

    /** The most that a list takes beside what is in it: how many there are. */
    private static final int LIST = 5;

    static final String CLAIMS = "claims";
    static final String MENTIONS = "mentions";

    /** The same article if it fits, or as much of it as does, with {@code truncated} saying what is missing. */
    EnrichedArticle fit(EnrichedArticle enriched) {
        if (RecordSize.atMost(enriched) <= bytes || RecordSize.of(enriched) <= bytes) {
            return enriched;
        }
        List<Mention> mentions = enriched.getMentions();
        List<Claim> claims = enriched.getClaims();
        EnrichedArticle fitting = EnrichedArticle.newBuilder(enriched)
                .setMentions(List.of())
                .setClaims(List.of())
                .setTruncated(List.of(CLAIMS, MENTIONS))
                .build();
        int left = bytes - RecordSize.of(fitting);
        fitting.setMentions(leading(mentions, left));
        if (fitting.getMentions().size() < mentions.size()) {
            return fitting;
        }
        fitting.setTruncated(List.of(CLAIMS));
        fitting.setClaims(leading(claims, bytes - RecordSize.of(fitting)));
        return fitting;
    }

    private static <R extends SpecificRecord> List<R> leading(List<R> records, int bytes) {
        List<R> kept = new ArrayList<>();
        int left = bytes - LIST;
        for (R record : records) {
            left -= RecordSize.ofPart(record);
            if (left < 0) {
                break;
            }
            kept.add(record);
        }
        return kept;
    }
}

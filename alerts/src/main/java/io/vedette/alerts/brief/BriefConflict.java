package io.vedette.alerts.brief;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sources contradict each other.
 *
 * @param at when the last side spoke that makes it a conflict
 * @param kind how
 * @param placeId the gazetteer's id of the place; null for none
 * @param place its usual name; null for none
 * @param about what it is about, in words: "control", "killed"
 * @param sides what each says, in order of time
 */
public record BriefConflict(
        Instant at,
        Kind kind,
        @Nullable String placeId,
        @Nullable String place,
        String about,
        List<BriefSide> sides) {

    public BriefConflict {
        sides = List.copyOf(sides);
    }

    /** In which way. */
    public enum Kind {
        /** One says that it is so, another that it is not. */
        OPPOSITE,
        /** They give numbers that can't both be right. */
        FIGURES
    }

    /**
     * What one says.
     *
     * @param at when that was told
     * @param who says so, as in {@link BriefClaim}
     * @param how the names of {@link io.vedette.text.Modality}
     * @param says the sentence
     * @param figure the number as it is written; null unless numbers differ
     * @param outlet of the article; null if unknown
     * @param url of the article; null if it has none
     */
    public record BriefSide(
            Instant at,
            String who,
            String how,
            String says,
            @Nullable String figure,
            String articleId,
            @Nullable String outlet,
            @Nullable String url) {}
}

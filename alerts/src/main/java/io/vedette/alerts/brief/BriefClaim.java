package io.vedette.alerts.brief;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is claimed, in however many articles.
 *
 * @param at when it was first told: the earlier of publication and acceptance of the first article
 * @param type the names of {@link io.vedette.text.ClaimType}
 * @param subtype a finer type; null if none fits
 * @param text the sentence of the first article
 * @param who says so: a source that the text names, or else the outlets
 * @param attributed whether the text names who says so
 * @param how the names of {@link io.vedette.text.Modality}
 * @param when the words that say when it happened; null if unsaid
 * @param actors their names
 * @param placeId the gazetteer's id of the place; null if it names none
 * @param place its usual name
 * @param country ISO 3166-1 alpha-2
 * @param alertIds the alerts that rest on it
 * @param articles those that tell it, the first first
 * @param independentTexts how many texts of the same story assert it that are no copies of each other, whoever they quote
 * @param confirmed whether it is asserted, and by two such texts at least
 */
public record BriefClaim(
        Instant at,
        String type,
        @Nullable String subtype,
        String text,
        String who,
        boolean attributed,
        String how,
        @Nullable String when,
        List<String> actors,
        @Nullable String placeId,
        @Nullable String place,
        @Nullable String country,
        List<String> alertIds,
        List<BriefArticle> articles,
        int independentTexts,
        boolean confirmed) {

    public BriefClaim {
        actors = List.copyOf(actors);
        alertIds = List.copyOf(alertIds);
        articles = List.copyOf(articles);
    }
}

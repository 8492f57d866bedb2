package io.vedette.alerts.brief;

import io.vedette.alerts.disclosure.ClaimWords;
import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.view.ArticleHit;
import io.vedette.records.AnnotationMapper;
import io.vedette.schemas.Mention;
import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Field;
import io.vedette.text.claim.ClaimKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What articles claim, as far as it is news and worth a line; counts what is not.  For one thread. */
final class Reports {

    /** "Who only thinks, wants or supports" is below: see docs/claims.md. */
    private static final double LEAST_OF_SPEECH = 0.3;

    private static final Set<ClaimType> SPEECH = Set.of(ClaimType.STATEMENT, ClaimType.ASSESSMENT);
    private static final String PLACE = "PLACE";
    private static final String DEMONYM = "DEMONYM";
    private static final String COUNTRY = "COUNTRY";

    private final Disclosure disclosure;
    private int background;
    private int weak;

    Reports(Disclosure disclosure) {
        this.disclosure = disclosure;
    }

    /** How many claims were history. */
    int background() {
        return background;
    }

    /** How many were speech of little confidence. */
    int weak() {
        return weak;
    }

    /** Whether a claim of that type only tells what somebody says or thinks. */
    static boolean isSpeech(String type) {
        return SPEECH.stream().anyMatch(speech -> speech.name().equals(type));
    }

    /**
     * The claims of an article, in the order of its text; what the headline repeats of the text is left out.
     *
     * @param text the same number for articles that copy each other
     * @param story id of the story that it tells
     */
    List<Report> of(ArticleHit article, int text, String story) {
        Annotations found = AnnotationMapper.annotations(article.enriched());
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < found.claims().size(); i++) {
            Claim claim = found.claims().get(i);
            if (claim.background()) {
                background++;
            } else if (SPEECH.contains(claim.type()) && claim.confidence() < LEAST_OF_SPEECH) {
                weak++;
            } else {
                ClaimWords words = new ClaimWords(
                        article.enriched(), article.enriched().getClaims().get(i), disclosure);
                List<ClaimKey> keys =
                        isWhole(claim, found.mentions().size()) ? ClaimKey.of(claim, found.mentions()) : List.of();
                reports.add(new Report(article, claim, words, text, story, place(article, claim), keys));
            }
        }
        reports.removeIf(report -> isHeadlineOf(report, reports));
        return reports;
    }

    private static boolean isHeadlineOf(Report report, List<Report> all) {
        return report.claim().field() == Field.TITLE
                && all.stream()
                        .anyMatch(other -> other.claim().field() == Field.BODY
                                && other.claim().type() == report.claim().type()
                                && other.claim().modality() == report.claim().modality()
                                && (report.placeId() == null || Objects.equals(report.placeId(), other.placeId())));
    }

    /** The first that is more exact than a country, or else the first; "Ukrainian" says who, not where. */
    private static @Nullable Mention place(ArticleHit article, Claim claim) {
        List<Mention> mentions = article.enriched().getMentions();
        List<Mention> places = claim.places().stream()
                .filter(index -> index < mentions.size())
                .map(mentions::get)
                .filter(mention ->
                        mention.getKind().equals(PLACE) && !mention.getType().equals(DEMONYM))
                .filter(mention -> mention.getEntityId() != null)
                .toList();
        return places.stream()
                .filter(place -> !place.getType().equals(COUNTRY))
                .findFirst()
                .orElse(places.isEmpty() ? null : places.get(0));
    }

    /** Whether it points at mentions that are there: some may have been shed from a record that was too large. */
    private static boolean isWhole(Claim claim, int mentions) {
        return Stream.of(claim.places(), claim.targets(), claim.actors())
                .flatMap(List::stream)
                .allMatch(index -> index < mentions);
    }
}

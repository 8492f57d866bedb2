package io.vedette.alerts.api;

import io.vedette.alerts.disclosure.ClaimWords;
import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.view.ArticleHit;
import io.vedette.alerts.view.Filter;
import io.vedette.alerts.view.ViewFields;
import io.vedette.schemas.Claim;
import io.vedette.schemas.Mention;
import io.vedette.text.watch.query.Entities;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One claim of an article.
 *
 * @param number its index among the claims
 * @param disclosure what of the words of the article may be shown
 */
record ClaimRow(ArticleHit article, int number, Disclosure disclosure) {

    Claim claim() {
        return article.enriched().getClaims().get(number);
    }

    /** The sentence that makes it. */
    String sentence() {
        return text().sentence();
    }

    /** The words that say who says so; null when the article itself does. */
    @Nullable
    String said() {
        return text().said();
    }

    /** The words that say when it happened; null for none. */
    @Nullable
    String whenWords() {
        return text().whenWords();
    }

    /** What decided how sure it is; null for nothing. */
    @Nullable
    String context() {
        return text().context();
    }

    /** Who says so; null where unknown. */
    @Nullable
    Mention source() {
        Integer source = claim().getSourceMention();
        return source == null ? null : mention(source);
    }

    List<Mention> actors() {
        return mentions(claim().getActors());
    }

    List<Mention> places() {
        return mentions(claim().getPlaces());
    }

    /** How the article names it. */
    String words(Mention mention) {
        return text().words(mention);
    }

    /** Everything that is asked of claims, places and actors must be so of this one claim. */
    boolean passes(Filter filter, Entities entities) {
        Claim claim = claim();
        return has(filter, ViewFields.CLAIM, Stream.of(claim.getType()))
                && has(filter, ViewFields.SUBTYPE, Stream.ofNullable(claim.getSubtype()))
                && has(filter, ViewFields.MODALITY, Stream.of(claim.getModality()))
                && has(filter, ViewFields.PLOVER, Stream.ofNullable(claim.getPlover()))
                && has(filter, ViewFields.CAMEO, Stream.ofNullable(claim.getCameo()))
                && has(filter, ViewFields.ACLED, Stream.ofNullable(claim.getAcled()))
                && has(filter, ViewFields.ACTOR, ids(actors()))
                && has(filter, ViewFields.PLACE, ids(places()).flatMap(id -> entities.areas(id).stream()))
                && has(filter, ViewFields.COUNTRY, countries());
    }

    private static boolean has(Filter filter, String field, Stream<String> values) {
        Set<String> wanted = filter.values().get(field);
        return wanted == null || values.anyMatch(wanted::contains);
    }

    private static Stream<String> ids(List<Mention> mentions) {
        return mentions.stream().flatMap(mention -> Stream.ofNullable(mention.getEntityId()));
    }

    private Stream<String> countries() {
        return Stream.concat(actors().stream(), places().stream())
                .flatMap(mention -> Stream.ofNullable(mention.getCountry()));
    }

    private List<Mention> mentions(List<Integer> indexes) {
        List<Mention> found = new ArrayList<>();
        for (int index : indexes) {
            Mention mention = mention(index);
            if (mention != null) {
                found.add(mention);
            }
        }
        return found;
    }

    /** Null where mentions were shed from a record that was too large. */
    private @Nullable Mention mention(int index) {
        List<Mention> mentions = article.enriched().getMentions();
        return index >= 0 && index < mentions.size() ? mentions.get(index) : null;
    }

    private ClaimWords text() {
        return new ClaimWords(article.enriched(), claim(), disclosure);
    }
}

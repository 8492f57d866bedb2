package io.vedette.alerts.brief;

import io.vedette.alerts.disclosure.ClaimWords;
import io.vedette.alerts.view.ArticleHit;
import io.vedette.schemas.Mention;
import io.vedette.text.Claim;
import io.vedette.text.Modality;
import io.vedette.text.Quantity;
import io.vedette.text.QuantityKind;
import io.vedette.text.claim.ClaimKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A claim as one article reports it.
 *
 * @param article that reports it
 * @param claim what it says
 * @param words of it
 * @param text the same number for articles that copy each other
 * @param story id of the story that the article tells, or of the article where none is known
 * @param place the most exact that it names; null for none
 * @param keys by which it is seen that another one says the opposite
 */
record Report(
        ArticleHit article,
        Claim claim,
        ClaimWords words,
        int text,
        String story,
        @Nullable Mention place,
        List<ClaimKey> keys) {

    static final Set<QuantityKind> CASUALTIES =
            Set.of(QuantityKind.KILLED, QuantityKind.WOUNDED, QuantityKind.CASUALTIES);

    private static final String COUNTRY = "COUNTRY";

    String articleId() {
        return article.enriched().getArticle().getId();
    }

    /** The earlier of publication and acceptance. */
    Instant at() {
        Instant published = article.enriched().getArticle().getPublishedAt();
        return published != null && published.isBefore(article.acceptedAt()) ? published : article.acceptedAt();
    }

    @Nullable
    String placeId() {
        return place == null ? null : place.getEntityId();
    }

    /** Whether what it is about can be told by the place alone: a whole country has many events at a time. */
    boolean isLocal() {
        return place != null && !place.getType().equals(COUNTRY);
    }

    boolean isAsserted() {
        return claim.modality() == Modality.ASSERTED;
    }

    /** Whether the text names somebody who says so. */
    boolean isAttributed() {
        return claim.source() != null || claim.sourceEntityId() != null;
    }

    /** Who says so: whom the text names, or else the outlet. */
    String who() {
        Mention source = mention(claim.sourceMention());
        if (source != null && source.getName() != null) {
            return source.getName();
        }
        String said = words.said();
        return isAttributed() && said != null && !said.isBlank() ? said : outlet();
    }

    /** The outlet; where it has no name, the article's own words for itself. */
    String outlet() {
        String source = article.enriched().getArticle().getSource();
        return source == null || source.isBlank() ? "an outlet without a name" : source;
    }

    /** The same for all that one source says, whichever article quotes it; empty for outlets that say it themselves. */
    String sourceKey() {
        if (!isAttributed()) {
            return "";
        }
        String id = claim.sourceEntityId();
        return id == null ? who().toLowerCase(Locale.ROOT).strip() : id;
    }

    /** The same for all that one says, outlets included. */
    String sayer() {
        return isAttributed() ? sourceKey() : "outlet " + outlet().toLowerCase(Locale.ROOT);
    }

    /** Who does it, as far as it tells. */
    Set<String> agents() {
        return claim.agents().stream()
                .map(this::mention)
                .filter(Objects::nonNull)
                .map(agent -> Objects.requireNonNullElse(agent.getEntityId(), agent.getText()))
                .collect(Collectors.toSet());
    }

    /** Names of those it is about, each once. */
    List<String> actors() {
        List<String> names = new ArrayList<>();
        for (int index : claim.actors()) {
            Mention actor = mention(index);
            String name = actor == null ? null : actor.getName() == null ? words.words(actor) : actor.getName();
            if (name != null && !name.isBlank() && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Its numbers of casualties. */
    List<Quantity> casualties() {
        return claim.quantities().stream()
                .filter(quantity -> CASUALTIES.contains(quantity.kind()))
                .toList();
    }

    /** The sentence; the title where nothing of the text may be shown. */
    String sentence() {
        String sentence = words.sentence();
        String title = article.enriched().getArticle().getTitle();
        return sentence.isBlank() && title != null ? title : sentence;
    }

    /** Null also where mentions were shed from a record that was too large. */
    private @Nullable Mention mention(@Nullable Integer index) {
        List<Mention> mentions = article.enriched().getMentions();
        return index == null || index < 0 || index >= mentions.size() ? null : mentions.get(index);
    }
}

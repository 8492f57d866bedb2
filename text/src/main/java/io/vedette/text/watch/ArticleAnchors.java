package io.vedette.text.watch;

import io.vedette.text.Claim;
import io.vedette.text.Location;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.token.Tokens;
import io.vedette.text.watch.Anchor.Kind;
import io.vedette.text.watch.query.Words;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The anchors that an article has, but for its stems and what its words fit. */
final class ArticleAnchors {

    private final MatchableArticle article;
    private final Predicate<Kind> wanted;
    private final LongConsumer told;

    /**
     * @param wanted which kinds are to be told
     * @param told gets the {@link Anchor#hash} of each, some more than once
     */
    ArticleAnchors(MatchableArticle article, Predicate<Kind> wanted, LongConsumer told) {
        this.article = article;
        this.wanted = wanted;
        this.told = told;
    }

    void tell() {
        tell(Kind.ALWAYS, "");
        if (wanted.test(Kind.NORM)) {
            WordLayer norms = article.words().norms();
            for (int i = 0; i < norms.groups(); i++) {
                told.accept(Anchor.hash(Kind.NORM, norms.hash(i)));
            }
        }
        if (wanted.test(Kind.ACTOR)) {
            article.mentions().actors().keySet().forEach(id -> tell(Kind.ACTOR, id));
        }
        if (wanted.test(Kind.AREA)) {
            article.mentions().places().keySet().forEach(id -> tell(Kind.AREA, id));
        }
        if (any(Kind.ACTOR_TYPE, Kind.ACTOR_COUNTRY, Kind.PLACE_COUNTRY, Kind.LOCATED, Kind.CELL)) {
            article.annotations().mentions().forEach(this::tell);
        }
        if (!article.annotations().claims().isEmpty()) {
            tellClaims();
        }
        tellProvenance();
    }

    private void tellClaims() {
        tell(Kind.CLAIMED, "");
        if (wanted.test(Kind.CLAIM_TYPE)) {
            article.claims().keySet().forEach(type -> tell(Kind.CLAIM_TYPE, type.name()));
        }
        if (any(Kind.CLAIM_SUBTYPE, Kind.CLAIM_CODE, Kind.SAID_BY)) {
            article.annotations().claims().forEach(this::tell);
        }
    }

    private boolean any(Kind... kinds) {
        for (Kind kind : kinds) {
            if (wanted.test(kind)) {
                return true;
            }
        }
        return false;
    }

    private void tell(Mention mention) {
        if (mention.kind() == MentionKind.ACTOR) {
            tell(Kind.ACTOR_TYPE, mention.type().name());
            tell(Kind.ACTOR_COUNTRY, Sorts.countryOf(mention));
        } else if (Sorts.isPlace(mention)) {
            tell(Kind.PLACE_COUNTRY, Sorts.countryOf(mention));
            Location at = mention.location();
            if (at != null) {
                tell(Kind.LOCATED, "");
                if (wanted.test(Kind.CELL)) {
                    tell(Kind.CELL, Cells.of(at.latitude(), at.longitude()));
                }
            }
        }
    }

    private void tell(Claim claim) {
        if (claim.subtype() != null && wanted.test(Kind.CLAIM_SUBTYPE)) {
            tell(Kind.CLAIM_SUBTYPE, claim.subtype().toLowerCase(Locale.ROOT));
        }
        if (wanted.test(Kind.CLAIM_CODE)) {
            tellCode("PLOVER:", claim.plover());
            tellCode("ACLED:", claim.acled());
        }
        tell(Kind.SAID_BY, claim.sourceEntityId());
        if (claim.sourceMention() != null) {
            tell(Kind.SAID_BY, article.mention(claim.sourceMention()).entityId());
        }
    }

    private void tellCode(String scheme, @Nullable String code) {
        if (code != null) {
            tell(Kind.CLAIM_CODE, scheme + code.toLowerCase(Locale.ROOT));
        }
    }

    private void tellProvenance() {
        if (wanted.test(Kind.LANGUAGE)) {
            tell(Kind.LANGUAGE, ArticlePart.languageOf(article));
        }
        String source = article.provenance().source();
        if (source != null && wanted.test(Kind.SOURCE)) {
            tell(Kind.SOURCE, String.join(" ", Words.of(source)));
        }
        String host =
                wanted.test(Kind.DOMAIN) ? ArticlePart.host(article.provenance().url()) : null;
        while (host != null && !host.isEmpty()) {
            tell(Kind.DOMAIN, host);
            int dot = host.indexOf('.');
            host = dot < 0 ? null : host.substring(dot + 1);
        }
    }

    private void tell(Kind kind, @Nullable String key) {
        if (key != null && wanted.test(kind)) {
            told.accept(Anchor.hash(kind, Tokens.hashOf(key)));
        }
    }
}

package io.vedette.text.watch;

import io.vedette.text.Claim;
import io.vedette.text.Location;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.Quantity;
import io.vedette.text.Span;
import io.vedette.text.When;
import io.vedette.text.watch.query.Entities;
import io.vedette.text.watch.query.Expression;
import io.vedette.text.watch.query.Words;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The oracle's other half: what clauses say of a mention, a claim and an article, each by itself. */
final class NaiveFacts {

    private static final double EARTH_KM = 6_371.0088;

    private final NaiveArticle article;
    private final Entities entities;

    NaiveFacts(NaiveArticle article, Entities entities) {
        this.article = article;
        this.entities = entities;
    }

    // ---- mentions

    /** Whether a mention is one that a clause about actors or places means. */
    boolean isMeant(Mention mention, Expression clause) {
        boolean actor = mention.kind() == MentionKind.ACTOR;
        boolean place = !actor && mention.type() != MentionType.DEMONYM;
        String id = mention.entityId();
        Location at = mention.location();
        if (clause instanceof Expression.Actor wanted) {
            return actor && id != null && wanted.ids().contains(id) && mention.confidence() >= wanted.confidence();
        }
        if (clause instanceof Expression.ActorOfType wanted) {
            return actor && mention.type() == wanted.type();
        }
        if (clause instanceof Expression.ActorOfCountry wanted) {
            return actor && wanted.country().equals(mention.country());
        }
        if (clause instanceof Expression.Place wanted) {
            return place
                    && id != null
                    && mention.confidence() >= wanted.confidence()
                    && wanted.ids().stream()
                            .anyMatch(area -> wanted.inside() ? entities.within(id, area) : id.equals(area));
        }
        if (clause instanceof Expression.InCountry wanted) {
            return place && wanted.country().equals(mention.country()) && mention.confidence() >= wanted.confidence();
        }
        if (clause instanceof Expression.InRadius wanted) {
            return place && at != null && kilometres(at, wanted.latitude(), wanted.longitude()) <= wanted.kilometres();
        }
        Expression.InBox box = (Expression.InBox) clause;
        return place
                && at != null
                && at.latitude() >= box.south()
                && at.latitude() <= box.north()
                && (box.west() <= box.east()
                        ? at.longitude() >= box.west() && at.longitude() <= box.east()
                        : at.longitude() >= box.west() || at.longitude() <= box.east());
    }

    /** By the haversine formula. */
    private static double kilometres(Location at, double latitude, double longitude) {
        double north = Math.toRadians(latitude - at.latitude());
        double east = Math.toRadians(longitude - at.longitude());
        double h = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(at.latitude()))
                        * Math.cos(Math.toRadians(latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    // ---- claims

    /** What a clause says of a claim, but for who did it or had it done to them. */
    boolean isSo(Expression.OfClaim clause, Claim claim) {
        if (clause instanceof Expression.ClaimOfType of) {
            return claim.type() == of.type();
        }
        if (clause instanceof Expression.ClaimOfSubtype of) {
            return of.subtype().equals(claim.subtype());
        }
        if (clause instanceof Expression.ClaimCoded coded) {
            return switch (coded.scheme()) {
                case PLOVER -> coded.code().equalsIgnoreCase(claim.plover());
                case CAMEO -> claim.cameo() != null && claim.cameo().startsWith(coded.code());
                case ACLED -> coded.code().equalsIgnoreCase(claim.acled());
            };
        }
        if (clause instanceof Expression.ClaimModality modality) {
            return claim.modality() == modality.modality();
        }
        if (clause instanceof Expression.ClaimBackground background) {
            return claim.background() == background.background();
        }
        if (clause instanceof Expression.SaidBy saidBy) {
            return isSaidBy(claim, saidBy);
        }
        if (clause instanceof Expression.Happened happened) {
            return hasHappened(claim, happened);
        }
        Expression.Counted counted = (Expression.Counted) clause;
        return claim.quantities().stream()
                .filter(quantity -> counted.kinds().contains(quantity.kind()))
                .anyMatch(quantity -> isCounted(quantity, counted));
    }

    private static boolean isCounted(Quantity quantity, Expression.Counted counted) {
        double number = counted.number();
        return switch (counted.comparison()) {
            case AT_LEAST -> quantity.low() >= number;
            case MORE -> quantity.low() > number;
            case AT_MOST -> quantity.high() <= number;
            case LESS -> quantity.high() < number;
            case EQUAL -> quantity.low() == number && quantity.high() == number;
        };
    }

    private boolean isSaidBy(Claim claim, Expression.SaidBy saidBy) {
        if (!saidBy.ids().isEmpty()) {
            return claim.sourceEntityId() != null && saidBy.ids().contains(claim.sourceEntityId());
        }
        Span source = claim.source();
        if (source == null) {
            return false;
        }
        List<String> said = Words.of(article.document().text(claim.field()).substring(source.start(), source.end()));
        return Collections.indexOfSubList(said, Words.of(saidBy.name())) >= 0;
    }

    private boolean hasHappened(Claim claim, Expression.Happened happened) {
        When when = claim.when();
        Instant accepted = article.provenance().accepted();
        if (when == null || happened.day() == null && accepted == null) {
            return false;
        }
        LocalDate other = happened.day() != null
                ? happened.day()
                : LocalDate.ofInstant(accepted.minus(happened.before()), ZoneOffset.UTC);
        return when.from().datesUntil(when.to().plusDays(1)).anyMatch(day -> happened.comparison()
                .accepts(day.compareTo(other)));
    }

    // ---- the article itself

    /** What a clause says of the article as a whole. */
    boolean isSo(Expression clause) {
        Provenance from = article.provenance();
        if (clause instanceof Expression.FromSource source) {
            return from.source() != null && Words.of(from.source()).equals(Words.of(source.name()));
        }
        if (clause instanceof Expression.FromDomain domain) {
            return from.url() != null && isOf(URI.create(from.url()).getHost(), domain.domain());
        }
        if (clause instanceof Expression.InLanguage language) {
            String[] subtags =
                    article.annotations().language().toLowerCase(Locale.ROOT).split("[-_]");
            return subtags[0].equals(language.language());
        }
        Expression.Aged aged = (Expression.Aged) clause;
        return from.published() != null
                && from.accepted() != null
                && aged.comparison()
                        .accepts(Duration.between(from.published(), from.accepted())
                                .compareTo(aged.age()));
    }

    private static boolean isOf(@Nullable String host, String domain) {
        List<String> labels = new ArrayList<>(List.of(host == null ? new String[0] : host.split("\\.")));
        List<String> wanted = List.of(domain.split("\\."));
        return labels.size() >= wanted.size()
                && labels.subList(labels.size() - wanted.size(), labels.size()).equals(wanted);
    }
}

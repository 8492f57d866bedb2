package io.vedette.text.watch;

import io.vedette.text.Claim;
import io.vedette.text.Quantity;
import io.vedette.text.QuantityKind;
import io.vedette.text.Span;
import io.vedette.text.When;
import io.vedette.text.watch.query.Expression;
import io.vedette.text.watch.query.Expression.Comparison;
import io.vedette.text.watch.query.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be asked of one claim. */
final class ClaimTests {

    private ClaimTests() {}

    static ClaimPart.Test of(Expression.OfClaim clause) {
        if (clause instanceof Expression.ClaimOfType type) {
            return shown((claim, article) -> claim.type() == type.type(), claim -> claim.type()
                    .name());
        } else if (clause instanceof Expression.ClaimOfSubtype subtype) {
            return shown(
                    (claim, article) -> subtype.subtype().equalsIgnoreCase(claim.subtype()),
                    claim -> claim.subtype() == null ? "no subtype" : claim.subtype());
        } else if (clause instanceof Expression.ClaimCoded coded) {
            return shown(
                    (claim, article) -> isCoded(code(claim, coded), coded),
                    claim -> code(claim, coded) == null ? "no code of " + coded.scheme() : "" + code(claim, coded));
        } else if (clause instanceof Expression.ClaimModality modality) {
            return shown((claim, article) -> claim.modality() == modality.modality(), claim -> claim.modality()
                    .name());
        } else if (clause instanceof Expression.ClaimBackground background) {
            return shown(
                    (claim, article) -> claim.background() == background.background(),
                    claim -> claim.background() ? "background" : "no background");
        } else if (clause instanceof Expression.SaidBy saidBy) {
            return new Said(saidBy.ids(), Words.of(saidBy.name()));
        } else if (clause instanceof Expression.Happened happened) {
            return new HappenedWhen(happened.comparison(), happened.day(), happened.before());
        }
        Expression.Counted counted = (Expression.Counted) clause;
        return new CountedAs(counted.kinds(), counted.comparison(), counted.number());
    }

    /** What is plainly true or not of a claim. */
    private interface Plain {
        boolean isTrueOf(Claim claim, MatchableArticle article);
    }

    private interface Shown {
        String of(Claim claim);
    }

    private static ClaimPart.Test shown(Plain test, Shown shown) {
        return new ClaimPart.Test() {
            @Override
            public boolean isTrueOf(Claim claim, MatchableArticle article) {
                return test.isTrueOf(claim, article);
            }

            @Override
            public String instead(Claim claim, MatchableArticle article) {
                return shown.of(claim);
            }
        };
    }

    private static @Nullable String code(Claim claim, Expression.ClaimCoded coded) {
        return switch (coded.scheme()) {
            case PLOVER -> claim.plover();
            case CAMEO -> claim.cameo();
            case ACLED -> claim.acled();
        };
    }

    private static boolean isCoded(@Nullable String code, Expression.ClaimCoded wanted) {
        if (code == null) {
            return false;
        }
        return wanted.scheme() == Expression.Scheme.CAMEO
                ? code.startsWith(wanted.code())
                : code.equalsIgnoreCase(wanted.code());
    }

    /**
     * Who says so.
     *
     * @param name its words, looked for where there are no ids
     */
    private record Said(Set<String> ids, List<String> name) implements ClaimPart.Test {

        @Override
        public boolean isTrueOf(Claim claim, MatchableArticle article) {
            Span source = claim.source();
            if (!ids.isEmpty()) {
                String id = claim.sourceEntityId();
                String mentioned = claim.sourceMention() == null
                        ? null
                        : article.mention(claim.sourceMention()).entityId();
                return id != null && ids.contains(id) || mentioned != null && ids.contains(mentioned);
            }
            return source != null && Collections.indexOfSubList(Words.of(text(claim, source, article)), name) >= 0;
        }

        private static String text(Claim claim, Span source, MatchableArticle article) {
            return article.document().text(claim.field()).substring(source.start(), source.end());
        }

        @Override
        public @Nullable Span words(Claim claim) {
            return claim.source();
        }

        @Override
        public String instead(Claim claim, MatchableArticle article) {
            Span source = claim.source();
            return source == null ? "the article itself says so" : "said by " + text(claim, source, article);
        }
    }

    /** When it happened; so long before the acceptance is the day, in UTC, that it was then. */
    private record HappenedWhen(
            Comparison comparison,
            @Nullable LocalDate day,
            @Nullable Duration before) implements ClaimPart.Test {

        @Override
        public boolean isTrueOf(Claim claim, MatchableArticle article) {
            When when = claim.when();
            LocalDate other = other(article);
            if (when == null || other == null) {
                return false;
            }
            boolean some = comparison.accepts(when.from().compareTo(other))
                    || comparison.accepts(when.to().compareTo(other));
            return some || comparison == Comparison.EQUAL && !other.isBefore(when.from()) && !other.isAfter(when.to());
        }

        private @Nullable LocalDate other(MatchableArticle article) {
            Instant accepted = article.provenance().accepted();
            if (before == null) {
                return day;
            }
            return accepted == null ? null : LocalDate.ofInstant(accepted.minus(before), ZoneOffset.UTC);
        }

        @Override
        public String instead(Claim claim, MatchableArticle article) {
            When when = claim.when();
            return when == null
                    ? "it does not say when"
                    : when.from().equals(when.to())
                            ? "it happened on " + when.from()
                            : "it happened between " + when.from() + " and " + when.to();
        }
    }

    /** A number that it gives: every one that the words allow is so. */
    private record CountedAs(Set<QuantityKind> kinds, Comparison comparison, double number) implements ClaimPart.Test {

        @Override
        public boolean isTrueOf(Claim claim, MatchableArticle article) {
            return claim.quantities().stream().anyMatch(this::isMeant);
        }

        private boolean isMeant(Quantity quantity) {
            return kinds.contains(quantity.kind())
                    && comparison.accepts(Double.compare(quantity.low(), number))
                    && comparison.accepts(Double.compare(quantity.high(), number));
        }

        @Override
        public @Nullable Span words(Claim claim) {
            return claim.quantities().stream()
                    .filter(this::isMeant)
                    .map(Quantity::span)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public String instead(Claim claim, MatchableArticle article) {
            String given = claim.quantities().stream()
                    .filter(quantity -> kinds.contains(quantity.kind()))
                    .map(quantity -> quantity.kind().name().toLowerCase(Locale.ROOT) + " "
                            + article.document()
                                    .text(claim.field())
                                    .substring(
                                            quantity.span().start(),
                                            quantity.span().end()))
                    .collect(Collectors.joining(", "));
            return given.isEmpty() ? "it gives no such number" : given;
        }
    }
}

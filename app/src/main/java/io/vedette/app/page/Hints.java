package io.vedette.app.page;

import io.vedette.text.Alternative;
import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.Mention;
import io.vedette.text.Quantity;
import io.vedette.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is told of a mention and of the parts of a claim, in words. */
final class Hints {

    private Hints() {}

    /** Who or where it is, and how that was decided, a line each. */
    static String mention(Mention mention) {
        StringBuilder hint = new StringBuilder(words(mention.type().name()));
        String name = mention.name();
        hint.append(": ").append(name == null ? "not known" : name);
        if (mention.transliterated()) {
            hint.append(" (transliterated)");
        }
        String country = mention.country();
        if (country != null) {
            hint.append(", ").append(country);
        }
        String id = mention.entityId();
        if (id != null) {
            hint.append(" (").append(id).append(')');
        }
        hint.append(String.format(Locale.ROOT, "%nconfidence %.2f, by %s", mention.confidence(), why(mention)));
        for (Alternative alternative : mention.alternatives()) {
            hint.append(String.format(
                    Locale.ROOT,
                    "%nor %s (%s), %.2f",
                    alternative.name(),
                    alternative.entityId(),
                    alternative.confidence()));
        }
        return hint.toString();
    }

    private static String why(Mention mention) {
        String alias = mention.alias();
        String context = mention.context();
        return mention.rule()
                + (alias == null ? "" : ", known as \"" + alias + "\"")
                + (context == null ? "" : ", " + context);
    }

    /** The rule that decided, and what else did. */
    static String why(Claim claim) {
        String context = claim.context();
        return context == null ? claim.rule() : claim.rule() + "; " + context;
    }

    /** What it reports: type, subtype and the codes that it has. */
    static String type(Claim claim) {
        String subtype = claim.subtype();
        String type = words(claim.type().name());
        return subtype == null || subtype.replace('-', ' ').equals(type)
                ? type
                : type + ": " + subtype.replace('-', ' ');
    }

    /** The numbers of a claim: {@code killed 10 to 12}. */
    static String quantities(Claim claim) {
        return claim.quantities().stream().map(Hints::quantity).collect(Collectors.joining(", "));
    }

    private static String quantity(Quantity quantity) {
        String unit = quantity.unit();
        String number = Double.isInfinite(quantity.high())
                ? "at least " + number(quantity.low())
                : quantity.low() == quantity.high()
                        ? number(quantity.low())
                        : number(quantity.low()) + " to " + number(quantity.high());
        return words(quantity.kind().name()) + " " + number + (unit == null ? "" : " " + unit);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%,.2f", value);
    }

    /** These mentions by name, or as they stand there. */
    static String names(Annotations found, List<Integer> mentions) {
        return mentions.stream()
                .map(index -> name(found.mentions().get(index)))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String name(Mention mention) {
        String name = mention.name();
        return name == null ? mention.text() : name;
    }

    /** Who says so: the words, and whom they stand for. */
    static String source(Annotations found, Claim claim, String text) {
        Span source = claim.source();
        if (source == null) {
            return "";
        }
        String words = text.substring(source.start(), source.end());
        String stands = standsFor(found, claim.sourceMention());
        return stands == null || stands.equals(words) ? words : words + " = " + stands;
    }

    private static @Nullable String standsFor(Annotations found, @Nullable Integer mention) {
        return mention == null ? null : name(found.mentions().get(mention));
    }

    /** A constant's name as people write it. */
    static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

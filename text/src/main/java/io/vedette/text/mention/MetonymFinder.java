package io.vedette.text.mention;

import static io.vedette.text.gazetteer.NameWords.ACTS;
import static io.vedette.text.gazetteer.NameWords.AFFAIRS;
import static io.vedette.text.gazetteer.NameWords.PARTNERS;

import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.gazetteer.NameWords;
import io.vedette.text.token.TokenKind;
import io.vedette.text.token.WordSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells where a country or its capital stands for its government: "Moscow has recognized", "Tehran-backed", "talks with
 * Iran", "our ally Turkey", "allies including Britain, France and Canada".
 */
final class MetonymFinder {

    private static final int WORDS_BEFORE_VERB = 4;

    /** How many tokens a list of countries may have on either side. */
    private static final int LIST = 40;

    private static final Set<String> INCLUDING =
            WordSet.of("include", "includes", "included", "including", "like", ":");

    private static final Set<String> RELATIONS = WordSet.of(
            "talks",
            "relations",
            "relationship",
            "agreement",
            "agreements",
            "deal",
            "deals",
            "ties",
            "cooperation",
            "partnership",
            "negotiations",
            "treaty",
            "alliance",
            "coordination",
            "war",
            "tensions",
            "dispute",
            "closely",
            "together",
            "sanctions",
            "tariffs",
            "pressure",
            "accord",
            "pact",
            "truce",
            "ceasefire",
            "contacts",
            "dialogue",
            "confrontation",
            "solidarity");

    private static final Set<String> BETWEEN = WordSet.of("with", "against", "on", "between", "towards", "toward");

    private final Gazetteer gazetteer;
    private final NameWords words;

    MetonymFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.words = gazetteer.nameWords();
    }

    /** The government that this place stands for, or null where it is only a place. */
    @Nullable
    Found find(FieldText text, Found place) {
        Entity entity = place.entity();
        if (entity == null || entity.country() == null || !(place.type() == MentionType.COUNTRY || entity.capital())) {
            return null;
        }
        Entity government = gazetteer.government(entity.country());
        String rule = government == null ? null : rule(text, place);
        return rule == null
                ? null
                : new Found(place.first(), place.end(), MentionType.GOVERNMENT, government, place.alias(), 0.75, rule);
    }

    private @Nullable String rule(FieldText text, Found place) {
        int next = place.end();
        if (text.norm(next).equals("-") && text.tokens().joined(next)) {
            return Words.BACKED.contains(text.norm(next + 1)) ? "metonym.backed" : null;
        }
        boolean country = place.type() == MentionType.COUNTRY;
        int before = before(text, place.first());
        if (country) {
            String related = related(text, before, next);
            if (related != null) {
                return related;
            }
        }
        if (Words.PREPOSITIONS.contains(text.norm(before)) && text.together(before, place.first())) {
            return null;
        }
        if (speaks(text, next)) {
            return "metonym.speech";
        }
        return country ? subject(text, place) : null;
    }

    private static int before(FieldText text, int first) {
        return text.norm(first - 1).equals("the") ? first - 2 : first - 1;
    }

    private boolean speaks(FieldText text, int next) {
        int limit = Math.min(text.sentenceEnd(next - 1), next + WORDS_BEFORE_VERB);
        for (int i = next; i < limit; i++) {
            if (Words.SPEECH.contains(text.norm(i))) {
                return true;
            }
            if (!Words.BEFORE_VERB.contains(text.norm(i))) {
                return false;
            }
        }
        return false;
    }

    /** "talks with Iran", "imposed by Japan", "our ally Turkey", "Turkey's pledge", "U.S. efforts". */
    private @Nullable String related(FieldText text, int before, int next) {
        String norm = text.norm(before);
        if (norm.equals("by") && text.norm(before - 1).endsWith("ed")
                || BETWEEN.contains(norm) && RELATIONS.contains(text.norm(before - 1))) {
            return "metonym.relation";
        }
        if (is(text, before, PARTNERS)) {
            return "metonym.partner";
        }
        int noun = kind(text, next, TokenKind.POSSESSIVE) ? next + 1 : next;
        boolean adjective = noun == next && text.tokens().allCaps(next - 1);
        if ((noun > next || adjective) && is(text, noun, AFFAIRS)) {
            return "metonym.affairs";
        }
        return null;
    }

    /** Behind the country, or the list of names that it stands in, a verb that states are subjects of. */
    private @Nullable String subject(FieldText text, Found place) {
        if (!Words.PREPOSITIONS.contains(text.norm(listStart(text, place.first())))
                && acts(text, listEnd(text, place.end()))) {
            return "metonym.subject";
        }
        return isListed(text, place.first()) ? "metonym.partner" : null;
    }

    private boolean acts(FieldText text, int verb) {
        int limit = Math.min(text.sentenceEnd(verb - 1), verb + WORDS_BEFORE_VERB);
        for (int i = verb; i < limit; i++) {
            if (is(text, i, ACTS)) {
                return true;
            }
            if (!Words.BEFORE_VERB.contains(text.norm(i)) && !text.norm(i).endsWith("ly")) {
                return false;
            }
        }
        return false;
    }

    /** Behind the last name of the list that goes on here. */
    private static int listEnd(FieldText text, int from) {
        int end = from;
        int limit = Math.min(text.sentenceEnd(from - 1), from + LIST);
        for (int i = from; i < limit && isListPart(text, i); i++) {
            if (text.capitalised(i)) {
                end = i + 1;
            }
        }
        return end;
    }

    /** The token before the first name of the list that ends here. */
    private static int listStart(FieldText text, int first) {
        int i = first - 1;
        while (i >= 0 && i > first - LIST && text.together(i, first) && isListPart(text, i)) {
            i--;
        }
        return i;
    }

    private static boolean isListPart(FieldText text, int i) {
        String norm = text.norm(i);
        return text.capitalised(i) || norm.equals(",") || norm.equals("and") || norm.equals("or") || norm.equals("the");
    }

    /** "Coalition nations include Australia, Belgium ..." */
    private boolean isListed(FieldText text, int first) {
        int i = listStart(text, first);
        if (!INCLUDING.contains(text.norm(i))) {
            return false;
        }
        for (int j = i - 1; j >= 0 && j > i - 9 && text.together(j, i); j--) {
            if (is(text, j, PARTNERS)) {
                return true;
            }
        }
        return false;
    }

    private boolean is(FieldText text, int i, int flag) {
        return i >= 0 && i < text.count() && !text.capitalised(i) && (words.bits(text.tokens(), i) & flag) != 0;
    }

    private static boolean kind(FieldText text, int i, TokenKind kind) {
        return i < text.count() && text.tokens().kind(i) == kind;
    }
}

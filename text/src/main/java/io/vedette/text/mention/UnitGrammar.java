package io.vedette.text.mention;

import static io.vedette.text.gazetteer.NameWords.ARM;
import static io.vedette.text.gazetteer.NameWords.COMMON;
import static io.vedette.text.gazetteer.NameWords.ECHELON;
import static io.vedette.text.gazetteer.NameWords.STARTER;

import io.vedette.text.Alternative;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Alias;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.token.TokenKind;
import io.vedette.text.token.Tokens;
import io.vedette.text.token.WordSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds military units by how they are named: a number, then honorifics and arms, then the echelon: "1st Guards Tank
 * Army", "72nd Separate Mechanised Brigade", "407th AEG".  Units that differ in one word are different units.  Later
 * "the 72nd" is the unit of that number that the article has named.
 */
final class UnitGrammar {

    /** Echelons that are something else unless an arm goes before: "the 3rd company", "a second group". */
    private static final Set<String> COMMON_ECHELONS =
            WordSet.of("company", "group", "wing", "division", "battery", "army", "team", "detachment", "legion");

    /** What may follow "the 72nd" when it is a unit, and not the 72nd of something. */
    private static final Set<String> BEHIND_NUMBER = WordSet.of(
            "was",
            "were",
            "is",
            "are",
            "has",
            "have",
            "had",
            "and",
            "in",
            "at",
            "near",
            "to",
            "from",
            "would",
            "will",
            "could",
            "can",
            "did",
            "which",
            "who",
            "that",
            "said",
            "fought",
            "moved",
            "held",
            "lost",
            "attacked",
            "defended",
            "withdrew",
            "advanced",
            "crossed",
            "captured",
            "took",
            "deployed",
            "remained",
            "arrived",
            "left",
            "joined",
            "returned",
            "began",
            "suffered",
            "repelled",
            "mechanised",
            "mechanized",
            ",",
            ".",
            ")");

    private static final int LONGEST = 10;
    private static final int HONORIFICS = 3;

    private final UnitNames names;

    UnitGrammar(Gazetteer gazetteer) {
        this.names = new UnitNames(gazetteer);
    }

    void find(Clues clues, Cover cover) {
        FieldText text = clues.text();
        Map<Integer, Found> byNumber = new HashMap<>();
        for (int i = 0; i < text.count(); i++) {
            if (!mayBeNumber(clues, i)) {
                continue;
            }
            int number = UnitNumber.ordinal(text.tokens(), i);
            int end = number == UnitNumber.NONE ? counted(clues, i) : end(clues, i);
            if (end > 0) {
                Found found = found(clues, i, end);
                cover.replace(found);
                if (number != UnitNumber.NONE) {
                    byNumber.putIfAbsent(number, found);
                }
                i = end - 1;
            } else if (number != UnitNumber.NONE && cover.free(i, i + 1)) {
                shortForm(clues, i, byNumber.get(number), cover);
            }
        }
    }

    /** Digits, capitals, or one of the words that ordinals are among; spares most tokens a closer look. */
    private static boolean mayBeNumber(Clues clues, int i) {
        Tokens tokens = clues.text().tokens();
        return tokens.kind(i) == TokenKind.NUMBER
                || tokens.capitalised(i)
                        && (tokens.allCaps(i) || tokens.end(i) - tokens.start(i) == 1 || clues.is(i, COMMON | STARTER));
    }

    /** The end of a name whose number is an ordinal, or -1. */
    private static int end(Clues clues, int first) {
        FieldText text = clues.text();
        if (isAcronym(clues, first + 1)) {
            return first + 2;
        }
        int limit = Math.min(text.sentenceEnd(first), first + LONGEST);
        int end = -1;
        int honorifics = 0;
        for (int i = first + 1; i < limit; i++) {
            boolean capitalised = text.capitalised(i);
            if (clues.is(i, ECHELON)
                    && (capitalised || i > first + 1 && honorifics == 0)
                    && (capitalised || !COMMON_ECHELONS.contains(text.norm(i)))) {
                end = i + 1;
            }
            if (!clues.is(i, ARM) && !clues.mark(i, '-')) {
                if (end > 0 || !capitalised || ++honorifics > HONORIFICS) {
                    break;
                }
            }
        }
        return end;
    }

    /** "65 Air Division", "IV Corps": a number that is no ordinal needs capitals all the way; gives the end, or -1. */
    private static int counted(Clues clues, int first) {
        FieldText text = clues.text();
        if (!text.capitalised(first + 1) || !text.together(first, first + 1)) {
            return -1;
        }
        boolean roman = UnitNumber.roman(text.tokens(), first) != UnitNumber.NONE;
        if (!roman && UnitNumber.cardinal(text.tokens(), first) == UnitNumber.NONE) {
            return -1;
        }
        int limit = Math.min(text.sentenceEnd(first), first + LONGEST);
        int i = first + 1;
        while (i < limit && text.capitalised(i) && clues.is(i, ARM) && !ends(clues, i)) {
            i++;
        }
        boolean echelon = i < limit && text.capitalised(i) && clues.is(i, ECHELON);
        boolean clear = i > first + 1 || !COMMON_ECHELONS.contains(text.norm(i)) && (!roman || i > 0);
        return echelon && clear && (!roman || text.norm(i).equals("corps")) ? i + 1 : -1;
    }

    /** "army" and "brigade" are arms in "army corps", and echelons where nothing of that kind follows. */
    private static boolean ends(Clues clues, int i) {
        return clues.is(i, ECHELON) && !clues.is(i + 1, ECHELON | ARM);
    }

    private static boolean isAcronym(Clues clues, int i) {
        FieldText text = clues.text();
        return i < text.count()
                && text.tokens().kind(i - 1) == TokenKind.NUMBER
                && text.together(i - 1, i)
                && text.tokens().allCaps(i)
                && text.norm(i).length() <= 4
                && !clues.is(i, COMMON)
                && !clues.anyPlace(i, i + 1)
                && text.lookup().longest(MentionKind.ACTOR, i, i + 1) < 0;
    }

    private void shortForm(Clues clues, int i, @Nullable Found named, Cover cover) {
        FieldText text = clues.text();
        if (named == null
                || !text.norm(i - 1).equals("the")
                || text.tokens().kind(i) != TokenKind.NUMBER
                || !BEHIND_NUMBER.contains(text.norm(i + 1)) && !clues.kind(i + 1, TokenKind.POSSESSIVE)) {
            return;
        }
        int end = i + 1;
        while (clues.is(end, ARM) && text.together(i, end)) {
            end++;
        }
        cover.add(new Found(
                i,
                end,
                MentionType.MILITARY_UNIT,
                named.entity(),
                null,
                named.entity() == null ? 0.7 : 0.85,
                "unit.number",
                List.of(),
                "named in full before",
                false));
    }

    private Found found(Clues clues, int first, int end) {
        FieldText text = clues.text();
        List<Entity> known = names.named(text.tokens(), first, end);
        if (known.isEmpty()) {
            for (Alias alias : text.lookup().aliases(MentionKind.ACTOR, first, end)) {
                if (alias.entity().type() == MentionType.MILITARY_UNIT) {
                    known = List.of(alias.entity());
                }
            }
        }
        if (known.isEmpty()) {
            return new Found(first, end, MentionType.MILITARY_UNIT, null, null, 0.85, "unit.grammar");
        }
        String country = country(clues, first);
        Entity best = known.get(0);
        for (Entity entity : known) {
            if (country != null && country.equals(entity.country())) {
                best = entity;
            }
        }
        boolean foreign = country != null && best.country() != null && !country.equals(best.country());
        if (foreign) {
            return new Found(first, end, MentionType.MILITARY_UNIT, null, null, 0.85, "unit.grammar");
        }
        return new Found(
                first,
                end,
                MentionType.MILITARY_UNIT,
                best,
                best.name(),
                country != null || known.size() == 1 ? 0.98 : 0.6,
                "unit.known",
                alternatives(known, best),
                country == null ? null : "the state before the name",
                false);
    }

    private static List<Alternative> alternatives(List<Entity> known, Entity best) {
        return known.stream()
                .filter(entity -> entity != best)
                .map(entity -> new Alternative(entity.id(), entity.name(), 0.3, entity.country()))
                .toList();
    }

    /** The state whose unit it is said to be: "Russian 1st Tank Army", "Ukraine's 72nd". */
    private static @Nullable String country(Clues clues, int first) {
        FieldText text = clues.text();
        int before = clues.kind(first - 1, TokenKind.POSSESSIVE) ? first - 2 : first - 1;
        if (before < 0 || !text.together(before, first) || !clues.nation(before)) {
            return null;
        }
        for (Alias alias : text.lookup().aliases(MentionKind.PLACE, before, before + 1)) {
            if (alias.entity().country() != null
                    && (alias.use() == Alias.Use.DEMONYM || alias.entity().type() == MentionType.COUNTRY)) {
                return alias.entity().country();
            }
        }
        return null;
    }
}

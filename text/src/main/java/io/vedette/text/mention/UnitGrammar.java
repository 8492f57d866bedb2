package io.vedette.text.mention;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Alias;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.token.TokenKind;
import java.util.List;
import java.util.Set;

/**
 * Finds military units by how they are named: a number, then honorifics and branches, then the echelon: "1st Guards Tank
 * Army", "72nd Separate Mechanised Brigade".  Units that differ in one word are different units.
 */
final class UnitGrammar {

    private static final Set<String> ORDINALS = Set.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth");

    private static final Set<String> MODIFIERS = Set.of(
            "guards",
            "tank",
            "motor",
            "motorized",
            "motorised",
            "rifle",
            "mechanized",
            "mechanised",
            "mountain",
            "airborne",
            "air",
            "assault",
            "separate",
            "independent",
            "infantry",
            "naval",
            "marine",
            "marines",
            "artillery",
            "rocket",
            "missile",
            "engineer",
            "special",
            "purpose",
            "operations",
            "forces",
            "reconnaissance",
            "armored",
            "armoured",
            "cavalry",
            "combined",
            "arms",
            "defense",
            "defence",
            "territorial",
            "jaeger",
            "jager",
            "coastal",
            "light",
            "heavy",
            "mobile",
            "signal",
            "logistics",
            "aviation",
            "helicopter",
            "fighter",
            "bomber",
            "expeditionary",
            "presidential",
            "support",
            "security",
            "parachute",
            "commando",
            "ranger",
            "army",
            "national",
            "guard",
            "volunteer",
            "reserve",
            "unmanned",
            "systems",
            "drone",
            "electronic",
            "warfare",
            "order",
            "red",
            "banner",
            "spetsnaz",
            "anti",
            "aircraft",
            "-");

    private static final Set<String> ECHELONS = Set.of(
            "army",
            "corps",
            "division",
            "brigade",
            "regiment",
            "battalion",
            "fleet",
            "flotilla",
            "squadron",
            "wing",
            "battery",
            "company",
            "platoon",
            "group");

    /** Echelons that are something else unless a branch goes before: "the 3rd company", "a second group". */
    private static final Set<String> COMMON = Set.of("company", "group", "wing", "division", "battery", "army");

    private static final int LONGEST = 9;

    private UnitGrammar() {}

    static void find(FieldText text, Cover cover) {
        for (int i = 0; i < text.count(); i++) {
            int end = isOrdinal(text, i) ? end(text, i) : -1;
            if (end > 0) {
                add(text, i, end, cover);
                i = end - 1;
            }
        }
    }

    private static boolean isOrdinal(FieldText text, int i) {
        if (text.tokens().kind(i) != TokenKind.NUMBER) {
            return text.capitalised(i) && ORDINALS.contains(text.norm(i));
        }
        String norm = text.norm(i);
        return norm.endsWith("st") || norm.endsWith("nd") || norm.endsWith("rd") || norm.endsWith("th");
    }

    private static int end(FieldText text, int first) {
        int limit = Math.min(text.sentenceEnd(first), first + LONGEST);
        int end = -1;
        for (int i = first + 1; i < limit; i++) {
            String norm = text.norm(i);
            boolean branch = i > first + 1;
            if (ECHELONS.contains(norm)
                    && (text.capitalised(i) || branch)
                    && (!COMMON.contains(norm) || text.capitalised(i))) {
                end = i + 1;
            }
            if (!MODIFIERS.contains(norm)) {
                break;
            }
        }
        return end;
    }

    private static void add(FieldText text, int first, int end, Cover cover) {
        List<Alias> known = text.lookup().aliases(MentionKind.ACTOR, first, end).stream()
                .filter(alias -> alias.entity().type() == MentionType.MILITARY_UNIT)
                .toList();
        if (known.isEmpty()) {
            cover.replace(new Found(first, end, MentionType.MILITARY_UNIT, null, null, 0.85, "unit.grammar"));
        } else {
            Entity entity = known.get(0).entity();
            cover.replace(new Found(
                    first, end, MentionType.MILITARY_UNIT, entity, known.get(0).text(), 0.98, "unit.known"));
        }
    }
}

package io.vedette.text.mention;

import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Alias;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.token.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The formations of the gazetteer by what their names say, not by how it is spelt: "First Guards Tank Army" and "1st
 * Guards Tank Army" are one, "72nd Separate Mechanised Brigade" and "72nd Mechanized Brigade" too.  Immutable.
 */
final class UnitNames {

    /** Spellings of one word; an empty one says nothing about which unit it is. */
    private static final Map<String, String> SPELLINGS = Map.of(
            "motorised", "motor",
            "motorized", "motor",
            "mechanised", "mechanized",
            "armoured", "armored",
            "defence", "defense",
            "separate", "",
            "independent", "",
            "-", "",
            "the", "");

    private final Map<Long, List<Entity>> units = new HashMap<>();

    UnitNames(Gazetteer gazetteer) {
        for (Alias alias : gazetteer.aliases(MentionType.MILITARY_UNIT)) {
            Tokens tokens = Tokens.of(alias.text());
            if (tokens.count() > 1 && number(tokens, 0) != UnitNumber.NONE) {
                List<Entity> there =
                        units.computeIfAbsent(signature(tokens, 0, tokens.count()), key -> new ArrayList<>(1));
                if (!there.contains(alias.entity())) {
                    there.add(alias.entity());
                }
            }
        }
    }

    /** The units that these tokens may name. */
    List<Entity> named(Tokens tokens, int first, int end) {
        return units.getOrDefault(signature(tokens, first, end), List.of());
    }

    private static int number(Tokens tokens, int i) {
        int ordinal = UnitNumber.ordinal(tokens, i);
        return ordinal == UnitNumber.NONE ? UnitNumber.cardinal(tokens, i) : ordinal;
    }

    private static long signature(Tokens tokens, int first, int end) {
        long hash = number(tokens, first);
        for (int i = first + 1; i < end; i++) {
            String word = SPELLINGS.getOrDefault(tokens.norm(i), tokens.norm(i));
            if (!word.isEmpty()) {
                hash = hash * 0x9E3779B97F4A7C15L + word.hashCode();
            }
        }
        return hash;
    }
}

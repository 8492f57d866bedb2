package io.vedette.text.mention;

import io.vedette.text.gazetteer.Alias;
import java.util.ArrayList;
import java.util.List;

/** Whether the way a name is written in the text allows it to be that alias. */
final class Casing {

    /** Names that more places share are not told apart any better for it. */
    private static final int MOST = 30;

    private Casing() {}

    static List<Alias> allowed(FieldText text, int first, List<Alias> aliases) {
        List<Alias> allowed = new ArrayList<>(aliases.size());
        for (Alias alias : aliases) {
            if (allows(text, first, alias.use())) {
                allowed.add(alias);
            }
        }
        return allowed;
    }

    /**
     * The places that a name may stand for as it is written.
     *
     * @param qualifies whether it stands behind a comma, where "La." is Louisiana
     */
    static List<Alias> places(FieldText text, int first, int end, List<Alias> aliases, boolean qualifies) {
        List<Alias> allowed = new ArrayList<>(Math.min(aliases.size(), MOST));
        boolean lowerEnd = end - first > 1 && text.lower(end - 1);
        for (Alias alias : aliases) {
            if (allows(text, first, alias.use())
                    && (qualifies || alias.use() != Alias.Use.QUALIFIER)
                    && !(lowerEnd && alias.use() == Alias.Use.NAME && endsCapitalised(alias.text()))
                    && allowed.size() < MOST) {
                allowed.add(alias);
            }
        }
        return allowed;
    }

    /** "The village" is not The Village. */
    private static boolean endsCapitalised(String name) {
        return Character.isUpperCase(name.codePointAt(name.lastIndexOf(' ') + 1));
    }

    static boolean allows(FieldText text, int first, Alias.Use use) {
        return switch (use) {
            case ANY_CASE -> true;
            case NAME, DEMONYM, QUALIFIER -> !text.lower(first);
            case ACRONYM -> text.tokens().allCaps(first);
        };
    }
}

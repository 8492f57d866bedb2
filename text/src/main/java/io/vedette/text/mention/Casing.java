package io.vedette.text.mention;

import io.vedette.text.gazetteer.Alias;
import java.util.ArrayList;
import java.util.List;

/** Whether the way a name is written in the text allows it to be that alias. */
final class Casing {

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

    static boolean allows(FieldText text, int first, Alias.Use use) {
        return switch (use) {
            case ANY_CASE -> true;
            case NAME, DEMONYM, QUALIFIER -> !text.lower(first);
            case ACRONYM -> text.tokens().allCaps(first);
        };
    }
}

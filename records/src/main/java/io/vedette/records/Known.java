package io.vedette.records;

import io.vedette.text.ClaimType;
import io.vedette.text.Field;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.Modality;
import io.vedette.text.QuantityKind;

/**
 * Reads the names of closed sets.  Records hold them as text, so that a newer version may write one that this version does
 * not know; it is read as the most general of its set rather than refused, since refusing would stop a rolling upgrade.
 */
final class Known {

    private Known() {}

    static Field field(String name) {
        return orElse(Field.class, name, Field.BODY);
    }

    static MentionType mentionType(String kind, String name) {
        boolean place = kind.equals(MentionKind.PLACE.name());
        return orElse(MentionType.class, name, place ? MentionType.REGION : MentionType.GROUP);
    }

    static ClaimType claimType(String name) {
        return orElse(ClaimType.class, name, ClaimType.STATEMENT);
    }

    static Modality modality(String name) {
        return orElse(Modality.class, name, Modality.ASSERTED);
    }

    static QuantityKind quantityKind(String name) {
        return orElse(QuantityKind.class, name, QuantityKind.THINGS);
    }

    private static <E extends Enum<E>> E orElse(Class<E> set, String name, E general) {
        for (E constant : set.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return general;
    }
}

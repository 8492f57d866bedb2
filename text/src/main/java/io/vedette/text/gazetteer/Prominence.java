package io.vedette.text.gazetteer;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;

/** How often news means an entity when it says its name, guessed from what the gazetteer has of it. */
final class Prominence {

    /** For seas, deserts and regions that span several countries nobody counts people. */
    private static final double UNCOUNTED_REGION = 5_000_000;

    private static final double CAPITAL = 10;

    private Prominence() {}

    /** Of a place. */
    static double of(long population, boolean capital) {
        return population == 0 ? 1 : population * (capital ? CAPITAL : 1);
    }

    /** In people who live there; 1 where nothing is known. */
    static double of(Entity entity) {
        if (entity.type().kind() == MentionKind.ACTOR) {
            return 1;
        }
        if (entity.population() == 0) {
            boolean ours = entity.featureCode() == null
                    && (entity.type() == MentionType.REGION || entity.type() == MentionType.WATER);
            return ours ? UNCOUNTED_REGION : 1;
        }
        return of(entity.population(), entity.capital());
    }
}

package io.vedette.text.mention;

import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Entity;
import io.vedette.text.gazetteer.Gazetteer;
import org.jspecify.annotations.Nullable;

/** Tells where a country or its capital stands for its government: "Moscow has recognized", "Tehran-backed". */
final class MetonymFinder {

    private static final int WORDS_BEFORE_VERB = 4;

    private final Gazetteer gazetteer;

    MetonymFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The government that this place stands for, or null where it is only a place. */
    @Nullable
    Found find(FieldText text, Found place) {
        Entity entity = place.entity();
        if (entity == null || entity.country() == null || !(place.type() == MentionType.COUNTRY || entity.capital())) {
            return null;
        }
        Entity government = gazetteer.government(entity.country());
        String rule = rule(text, place);
        return government == null || rule == null
                ? null
                : new Found(place.first(), place.end(), MentionType.GOVERNMENT, government, place.alias(), 0.75, rule);
    }

    private static @Nullable String rule(FieldText text, Found place) {
        int next = place.end();
        if (text.norm(next).equals("-") && text.tokens().joined(next)) {
            return Words.BACKED.contains(text.norm(next + 1)) ? "metonym.backed" : null;
        }
        if (Words.PREPOSITIONS.contains(text.norm(place.first() - 1))) {
            return null;
        }
        int limit = Math.min(text.sentenceEnd(place.first()), next + WORDS_BEFORE_VERB);
        for (int i = next; i < limit; i++) {
            if (Words.SPEECH.contains(text.norm(i))) {
                return "metonym.speech";
            }
            if (!Words.BEFORE_VERB.contains(text.norm(i))) {
                return null;
            }
        }
        return null;
    }
}

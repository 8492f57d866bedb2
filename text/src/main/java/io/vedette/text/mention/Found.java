package io.vedette.text.mention;

import io.vedette.text.Alternative;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An actor or place over tokens, before it becomes a mention over characters; see {@link io.vedette.text.Mention}. */
record Found(
        int first,
        int end,
        MentionType type,
        @Nullable Entity entity,
        @Nullable String alias,
        double confidence,
        String rule,
        List<Alternative> alternatives,
        @Nullable String context,
        boolean transliterated) {

    /** What its name alone decides. */
    Found(
            int first,
            int end,
            MentionType type,
            @Nullable Entity entity,
            @Nullable String alias,
            double confidence,
            String rule) {
        this(first, end, type, entity, alias, confidence, rule, List.of(), null, false);
    }

    boolean is(MentionKind kind) {
        return type.kind() == kind;
    }
}

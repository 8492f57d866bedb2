package io.vedette.text.mention;

import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.Entity;
import org.jspecify.annotations.Nullable;

/** An actor or place over tokens, before it becomes a mention over characters. */
record Found(
        int first,
        int end,
        MentionType type,
        @Nullable Entity entity,
        @Nullable String alias,
        double confidence,
        String rule) {

    boolean is(MentionKind kind) {
        return type.kind() == kind;
    }
}

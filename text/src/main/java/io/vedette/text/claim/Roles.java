package io.vedette.text.claim;

import org.jspecify.annotations.Nullable;

/**
 * Who does it and to whom.
 *
 * @param agent who does it; null where the sentence does not tell
 * @param target to whom or to what it is done; null where the sentence does not tell
 * @param mutual whether both do it to each other: "clashes between the army and rebels"
 * @param passive whether the verb is in the passive voice
 */
record Roles(@Nullable Chunk agent, @Nullable Chunk target, boolean mutual, boolean passive) {

    static final Roles UNKNOWN = new Roles(null, null, false, false);
}

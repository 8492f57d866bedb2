package io.vedette.text.claim;

import org.jspecify.annotations.Nullable;

/**
 * Asks of which class of actors a phrase is.
 *
 * @param mask the classes, of which one is enough
 * @param wanted whether it must be one of them, or must not; an unknown phrase is none of them
 */
record RoleTest(int mask, boolean wanted) {

    boolean allows(@Nullable Chunk chunk, FieldTokens tokens) {
        boolean is = chunk != null && (chunk.classes(tokens) & mask) != 0;
        return is == wanted;
    }
}

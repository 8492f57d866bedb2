package io.vedette.text.claim;

import io.vedette.text.Modality;
import org.jspecify.annotations.Nullable;

/**
 * Words that report an event.
 *
 * @param subtype of which kind; null for words that look like an event and are none
 * @param line where it stands in its file; of two equal matches the earlier rule wins
 * @param weak whether it counts only where no other rule of the sentence does
 * @param verb whether it counts only where its anchor is used as a verb
 * @param act whether it is an act of speech or of will that governs what its object names: "rejected calls for a truce"
 * @param modality how the words themselves put it; null if they don't say
 * @param agent of which class who does it must be; null if that does not matter
 * @param target of which class to whom it is done must be; null if that does not matter
 */
record TriggerRule(
        String pattern,
        @Nullable Subtype subtype,
        double confidence,
        int line,
        boolean weak,
        boolean verb,
        boolean act,
        boolean needsActor,
        boolean needsPlace,
        @Nullable Modality modality,
        @Nullable RoleTest agent,
        @Nullable RoleTest target) {

    boolean needsRoles() {
        return agent != null || target != null;
    }

    boolean allows(Roles roles, FieldTokens tokens) {
        return (agent == null || agent.allows(roles.agent(), tokens))
                && (target == null || target.allows(roles.target(), tokens));
    }
}

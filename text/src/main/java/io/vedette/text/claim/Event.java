package io.vedette.text.claim;

import io.vedette.text.ClaimType;
import io.vedette.text.claim.PatternIndex.Hit;
import org.jspecify.annotations.Nullable;

/**
 * A trigger that stands, with who does what to whom.
 *
 * @param governor the type of the act whose object it is: what is demanded, rejected or threatened; null if of none
 * @param cue which attribution of the sentence has its cue in the trigger, counted from 0; -1 if none
 * @param passing whether the sentence mentions it in passing only: in a subordinate clause, as a purpose or a result
 */
record Event(Hit<TriggerRule> hit, Roles roles, @Nullable ClaimType governor, int cue, boolean passing) {

    TriggerRule rule() {
        return hit.rule();
    }
}

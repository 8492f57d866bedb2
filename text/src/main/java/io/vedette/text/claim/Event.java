package io.vedette.text.claim;

import io.vedette.text.claim.PatternIndex.Hit;

/**
 * A trigger that stands, with who does what to whom.
 *
 * @param passing whether the sentence mentions it in passing only: in a subordinate clause, or as what somebody demands,
 *     rejects or threatens
 */
record Event(Hit<TriggerRule> hit, Roles roles, boolean governed, boolean passing) {

    TriggerRule rule() {
        return hit.rule();
    }
}

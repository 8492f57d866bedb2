/**
 * Claims: what a sentence reports, who says so, how it is put and when it happened.
 *
 * <p>Everything is decided by rules that lie in the files of a {@link io.vedette.text.claim.ClaimLexicon}; the finders
 * here know how sentences are built, not which words there are.
 */
@NullMarked
package io.vedette.text.claim;

import org.jspecify.annotations.NullMarked;

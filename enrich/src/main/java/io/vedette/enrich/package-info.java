/** Enrichment: articles are put right, repeats dropped, and what is left is tagged with actors, places and claims. */
@NullMarked
package io.vedette.enrich;

import org.jspecify.annotations.NullMarked;

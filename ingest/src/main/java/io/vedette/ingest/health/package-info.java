/** How sources do: what came of their polls, and what to make of it. */
@NullMarked
package io.vedette.ingest.health;

import org.jspecify.annotations.NullMarked;

/** Polls sources unattended: who polls which, when, and what is new in them. */
@NullMarked
package io.vedette.ingest.polling;

import org.jspecify.annotations.NullMarked;

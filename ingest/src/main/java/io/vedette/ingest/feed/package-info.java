/** RSS and Atom feeds, polled on a schedule. */
@NullMarked
package io.vedette.ingest.feed;

import org.jspecify.annotations.NullMarked;

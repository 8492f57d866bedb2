/** Pages that list news and have no feed, read by mappings. */
@NullMarked
package io.vedette.ingest.listing;

import org.jspecify.annotations.NullMarked;

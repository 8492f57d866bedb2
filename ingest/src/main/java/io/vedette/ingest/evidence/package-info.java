/** Fetched bytes, kept in web archives (ISO 28500) so that what a source said can be shown later. */
@NullMarked
package io.vedette.ingest.evidence;

import org.jspecify.annotations.NullMarked;

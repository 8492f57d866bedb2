/** The main content of a web page, by the method of Mozilla's Readability. */
@NullMarked
package io.vedette.ingest.readability;

import org.jspecify.annotations.NullMarked;

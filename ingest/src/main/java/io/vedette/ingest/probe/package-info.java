/** Finding out what an address gives before it becomes a source. */
@NullMarked
package io.vedette.ingest.probe;

import org.jspecify.annotations.NullMarked;

/** The ingest service: articles out of files, feeds and requests into Kafka. */
@NullMarked
package io.vedette.ingest;

import org.jspecify.annotations.NullMarked;

/** Articles and the progress through their source into Kafka, in one transaction. */
@NullMarked
package io.vedette.ingest.kafka;

import org.jspecify.annotations.NullMarked;

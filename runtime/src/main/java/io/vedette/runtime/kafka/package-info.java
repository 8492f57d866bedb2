/** How Vedette's Kafka clients are set up, and whether Kafka and the registry can be reached. */
@NullMarked
package io.vedette.runtime.kafka;

import org.jspecify.annotations.NullMarked;

/** Running Kafka Streams applications: restarts, dead letters, a clean end. */
@NullMarked
package io.vedette.runtime.streams;

import org.jspecify.annotations.NullMarked;

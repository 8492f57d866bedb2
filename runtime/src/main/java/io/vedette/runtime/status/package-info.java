/** How it goes as a whole: services, lag, speed and dead letters, asked of Kafka every few seconds while somebody looks. */
@NullMarked
package io.vedette.runtime.status;

import org.jspecify.annotations.NullMarked;

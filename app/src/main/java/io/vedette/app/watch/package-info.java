/** Files of watches, checked without Kafka. */
@NullMarked
package io.vedette.app.watch;

import org.jspecify.annotations.NullMarked;

/** What services do in Kafka, for which their principals need permissions there. */
@NullMarked
package io.vedette.runtime.permission;

import org.jspecify.annotations.NullMarked;

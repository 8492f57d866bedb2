/** What Vedette measures of itself; {@code docs/metrics.md} has the table. */
@NullMarked
package io.vedette.runtime.metrics;

import org.jspecify.annotations.NullMarked;

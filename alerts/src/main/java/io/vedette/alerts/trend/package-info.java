/** How much there is of something over time, and how much there usually is. */
@NullMarked
package io.vedette.alerts.trend;

import org.jspecify.annotations.NullMarked;

/** Alerts about sources: which of them have become unhealthy, or healthy again. */
@NullMarked
package io.vedette.alerts.sources;

import org.jspecify.annotations.NullMarked;

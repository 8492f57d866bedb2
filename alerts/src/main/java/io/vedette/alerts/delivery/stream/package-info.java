/**
 * Alerts as server-sent events.
 */
@NullMarked
package io.vedette.alerts.delivery.stream;

import org.jspecify.annotations.NullMarked;

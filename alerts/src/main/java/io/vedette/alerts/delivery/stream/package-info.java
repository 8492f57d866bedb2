/**
 * Alerts, and what people say of them, as server-sent events.
 */
@NullMarked
package io.vedette.alerts.delivery.stream;

import org.jspecify.annotations.NullMarked;

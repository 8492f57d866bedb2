/**
 * Alerts as signed JSON over HTTP.
 */
@NullMarked
package io.vedette.alerts.delivery.webhook;

import org.jspecify.annotations.NullMarked;

/**
 * What was sent, what failed and why; and once more, please.
 */
@NullMarked
package io.vedette.alerts.delivery.api;

import org.jspecify.annotations.NullMarked;

/**
 * Which addresses may be connected to.
 */
@NullMarked
package io.vedette.alerts.delivery.address;

import org.jspecify.annotations.NullMarked;

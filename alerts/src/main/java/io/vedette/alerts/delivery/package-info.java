/**
 * Brings alerts to whoever asked for them, at least once: what is still to do is in Kafka, receivers delay nobody but themselves.
 */
@NullMarked
package io.vedette.alerts.delivery;

import org.jspecify.annotations.NullMarked;

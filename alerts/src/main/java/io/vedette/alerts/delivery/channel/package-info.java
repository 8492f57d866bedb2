/**
 * What all channels share: what they are given, what came of it, how an alert reads.
 */
@NullMarked
package io.vedette.alerts.delivery.channel;

import org.jspecify.annotations.NullMarked;

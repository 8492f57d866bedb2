/**
 * Alerts by e-mail.
 */
@NullMarked
package io.vedette.alerts.delivery.mail;

import org.jspecify.annotations.NullMarked;

/** Articles that Vedette writes to itself, to prove that the whole way to an alert is open. */
@NullMarked
package io.vedette.alerts.canary;

import org.jspecify.annotations.NullMarked;

/** What passes between the steps of alerting that remember: matches, time, what people say, and alerts to be. */
@NullMarked
package io.vedette.alerts.signal;

import org.jspecify.annotations.NullMarked;

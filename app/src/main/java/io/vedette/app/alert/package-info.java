/** Alerts as a person at a terminal reads them. */
@NullMarked
package io.vedette.app.alert;

import org.jspecify.annotations.NullMarked;

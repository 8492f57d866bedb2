/** Watches over HTTP: listed, written, tried out, and known to be in force everywhere. */
@NullMarked
package io.vedette.alerts.api;

import org.jspecify.annotations.NullMarked;

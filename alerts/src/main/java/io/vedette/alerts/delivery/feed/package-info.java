/**
 * The newest alerts of a watch as RSS and Atom.
 */
@NullMarked
package io.vedette.alerts.delivery.feed;

import org.jspecify.annotations.NullMarked;

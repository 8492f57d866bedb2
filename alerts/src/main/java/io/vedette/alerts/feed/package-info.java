/** The newest alerts of a watch as Atom and RSS. */
@NullMarked
package io.vedette.alerts.feed;

import org.jspecify.annotations.NullMarked;

/** The alerting topology: watches matched, each alert raised once, embargoes kept.  Without a clock of its own. */
@NullMarked
package io.vedette.alerts.topology;

import org.jspecify.annotations.NullMarked;

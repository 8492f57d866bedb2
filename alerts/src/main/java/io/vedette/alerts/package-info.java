/** From tagged articles and watches to alerts: the topology, what feeds it time and watches, and its HTTP interface. */
@NullMarked
package io.vedette.alerts;

import org.jspecify.annotations.NullMarked;

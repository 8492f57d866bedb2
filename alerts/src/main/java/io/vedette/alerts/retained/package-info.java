/** Reads what topics retain: stretches of their partitions, from a time on, with consumers outside any group. */
@NullMarked
package io.vedette.alerts.retained;

import org.jspecify.annotations.NullMarked;

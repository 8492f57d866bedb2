/** Fills new watches that count over time from the articles that are retained. */
@NullMarked
package io.vedette.alerts.history;

import org.jspecify.annotations.NullMarked;

/** What a new or changed watch would have told: it is held against the articles that are retained. */
@NullMarked
package io.vedette.alerts.backtest;

import org.jspecify.annotations.NullMarked;

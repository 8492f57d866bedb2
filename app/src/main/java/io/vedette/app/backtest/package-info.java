/** What a back-test found, for people. */
@NullMarked
package io.vedette.app.backtest;

import org.jspecify.annotations.NullMarked;

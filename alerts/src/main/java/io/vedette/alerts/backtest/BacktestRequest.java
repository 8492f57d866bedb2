package io.vedette.alerts.backtest;

import io.vedette.alerts.watch.CompiledWatch;
import java.time.Instant;
import java.util.List;

/**
 * What is to be tried on what.
 *
 * @param watches as they would be; not empty, each id once
 * @param current those of them that are there already, as they are
 * @param since articles accepted before are left out
 */
record BacktestRequest(List<CompiledWatch> watches, List<CompiledWatch> current, Instant since) {

    BacktestRequest {
        watches = List.copyOf(watches);
        current = List.copyOf(current);
    }
}

package io.vedette.alerts.backtest;

import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.runtime.access.Tenant;
import java.time.Instant;
import java.util.List;

/**
 * What is to be tried on what.
 *
 * @param watches as they would be; not empty, each id once
 * @param current those of them that are there already, as they are
 * @param since articles accepted before are left out
 * @param tenant whose watches they are, and who may see what comes of it
 */
record BacktestRequest(List<CompiledWatch> watches, List<CompiledWatch> current, Instant since, Tenant tenant) {

    BacktestRequest {
        watches = List.copyOf(watches);
        current = List.copyOf(current);
    }
}

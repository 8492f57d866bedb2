package io.vedette.alerts.backtest;

import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Match;
import java.time.Instant;
import java.util.List;

/** What a watch tells of what it matches: once for each story or window.  Thread-safe. */
@FunctionalInterface
interface Teller {

    /**
     * The alerts, in their order.
     *
     * @param matches in the order of the broker's time; may be changed
     * @param from when articles begin
     * @param to when they end
     */
    List<Alert> tell(CompiledWatch watch, List<Match> matches, Instant from, Instant to);
}

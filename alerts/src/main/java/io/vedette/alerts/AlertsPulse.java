package io.vedette.alerts;

import io.vedette.alerts.canary.CanaryKeeper;
import io.vedette.alerts.view.Filter;
import io.vedette.alerts.view.Found;
import io.vedette.alerts.view.View;
import io.vedette.alerts.view.ViewNotReadyException;
import io.vedette.runtime.status.Pulse;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How alerting goes, by the view, which has what every instance did, and by the canaries of this one.
 *
 * @param everyArticle whether articles are in the view that raised no alert
 * @param keeper null if no canaries fly
 */
record AlertsPulse(
        View view, boolean everyArticle, @Nullable CanaryKeeper keeper) implements Pulse {

    @Override
    public OptionalLong articles(Instant since) {
        return everyArticle ? count(since, Found::countArticles) : OptionalLong.empty();
    }

    @Override
    public OptionalLong alerts(Instant since) {
        return count(since, Found::countAlerts);
    }

    @Override
    public @Nullable Canary canary() {
        return keeper == null ? null : keeper.canary();
    }

    private OptionalLong count(Instant since, ToLongBiFunction<Found, Filter> counting) {
        try (Found found = view.found()) {
            return OptionalLong.of(counting.applyAsLong(found, new Filter(Map.of(), since, null, null, null)));
        } catch (ViewNotReadyException e) {
            return OptionalLong.empty();
        }
    }
}

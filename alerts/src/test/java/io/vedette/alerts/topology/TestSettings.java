package io.vedette.alerts.topology;

import java.time.Duration;

/** For tests of whatever depends on these. */
public final class TestSettings {

    /** As the documentation has them, but nobody reads the retained articles. */
    public static final AlertingSettings WITHOUT_HISTORY = with(Duration.ZERO);

    private TestSettings() {}

    private static AlertingSettings with(Duration historyPatience) {
        AlertingSettings usual = AlertingSettings.DEFAULTS;
        return new AlertingSettings(
                usual.memory(),
                usual.recordLimitBytes(),
                usual.storyPatience(),
                usual.lateness(),
                historyPatience,
                usual.casualtySteps(),
                usual.mostSeen(),
                usual.digestEntries(),
                usual.budget(),
                usual.budgetFactor(),
                usual.budgetDigest(),
                usual.sourceHealth(),
                usual.disclosure());
    }
}

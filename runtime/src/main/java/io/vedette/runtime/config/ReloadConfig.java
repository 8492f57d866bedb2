package io.vedette.runtime.config;

import java.time.Duration;

/**
 * How changes of files are found while a service runs.
 *
 * @param interval between two looks; files that have not changed from one to the next are read.  Zero to read them at the
 *     start only
 */
public record ReloadConfig(@Default("10s") Duration interval) {

    public ReloadConfig {
        if (!interval.isZero()) {
            Require.atLeast("interval", interval, Duration.ofMillis(100));
        }
    }
}

package io.vedette.runtime.config;

import java.time.Duration;

/** What must hold for every {@link StreamsConfig}. */
final class StreamsChecks {
    private StreamsChecks() {}

    static void check(
            String applicationId, int threads, Duration commitInterval, int standbyReplicas, int recordLimitBytes) {
        Require.matches(
                "applicationId", applicationId, "[A-Za-z0-9._-]{1,100}", "give letters, digits, dots, hyphens only");
        Require.range("threads", threads, 1, 256);
        Require.atLeast("commitInterval", commitInterval, Duration.ofMillis(1));
        Require.range("standbyReplicas", standbyReplicas, 0, 10);
        // the topics take 2 MB, and a record carries headers and is framed
        Require.range("recordLimitBytes", recordLimitBytes, 10_000, 1_900_000);
    }
}

package io.vedette.runtime.config;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The service that matches watches and raises alerts.
 *
 * @param applicationId see {@link StreamsConfig#applicationId()}
 * @param threads see {@link StreamsConfig#threads()}
 * @param processingGuarantee see {@link ProcessingGuarantee}
 * @param commitInterval see {@link StreamsConfig#commitInterval()}
 * @param standbyReplicas see {@link StreamsConfig#standbyReplicas()}
 * @param stateDir see {@link StreamsConfig#stateDir()}
 * @param instanceId see {@link StreamsConfig#instanceId()}
 * @param dedupWindow for how long an alert's id is remembered, so that it is raised once
 * @param recordLimitBytes see {@link StreamsConfig#recordLimitBytes()}
 * @param watchApplyTimeout how long a write of a watch waits for every instance before it is answered 202
 * @param heartbeatInterval how often a heartbeat goes to each partition, so that time goes on where no articles come and embargoes end
 * @param canaryInterval how often a canary flies through each partition; 0 for never
 * @param canaryPatience after which a canary that has not come is missing
 * @param advertised {@code host:port} under which other instances reach this one; the HTTP address if null
 */
public record AlertsConfig(
        @Default("vedette-alerts") String applicationId,
        @Default("2") int threads,
        @Default("exactly_once_v2") ProcessingGuarantee processingGuarantee,
        @Default("100ms") Duration commitInterval,
        @Default("0") int standbyReplicas,
        @Default("data/streams") Path stateDir,
        @Nullable String instanceId,
        @Default("90d") Duration dedupWindow,
        @Default("900000") int recordLimitBytes,
        @Default("5s") Duration watchApplyTimeout,
        @Default("1s") Duration heartbeatInterval,
        @Default("1m") Duration canaryInterval,
        @Default("30s") Duration canaryPatience,
        @Nullable String advertised)
        implements StreamsConfig {

    public AlertsConfig {
        StreamsChecks.check(applicationId, threads, commitInterval, standbyReplicas, recordLimitBytes);
        Require.atLeast("dedupWindow", dedupWindow, Duration.ofMinutes(1));
        Require.atLeast("watchApplyTimeout", watchApplyTimeout, Duration.ZERO);
        Require.atLeast("heartbeatInterval", heartbeatInterval, Duration.ofMillis(10));
        if (!canaryInterval.isZero()) {
            Require.atLeast("canaryInterval", canaryInterval, Duration.ofMillis(100));
        }
        Require.atLeast("canaryPatience", canaryPatience, Duration.ofMillis(100));
        if (advertised != null) {
            Require.matches("advertised", advertised, ".+:\\d{1,5}", "give host:port");
        }
    }
}

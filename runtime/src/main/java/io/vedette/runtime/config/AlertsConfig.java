package io.vedette.runtime.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
 * @param dedupWindow for how long a watch remembers a story that it told of, so that it tells it once
 * @param recordLimitBytes see {@link StreamsConfig#recordLimitBytes()}
 * @param watchApplyTimeout how long a write of a watch waits for every instance before it is answered 202
 * @param heartbeatInterval how often a heartbeat goes to each partition, so that time goes on where no articles come and embargoes end
 * @param canaryInterval how often a canary flies through each partition; 0 for never
 * @param canaryPatience after which a canary that has not come is missing
 * @param storyPatience how long a match waits for the story of its article; without it, it goes on as a story of its own
 * @param lateness how long after its time an article may be accepted and still count where a query counts over time; the
 *     slowest partition's time less this closes a window
 * @param casualties numbers of casualties that make a watch speak again of a story, once they are reached
 * @param mostSeen so many things that were said of a story are remembered, to tell what is new
 * @param digestEntries so many alerts are listed in a digest; others only count
 * @param budget how many alerts a day a watch may be expected to raise, where it says nothing of it itself
 * @param budgetFactor a watch that raises so many times its budget in a day speaks in digests until the day is over
 * @param budgetDigest how often it then does
 * @param advertised {@code host:port} under which other instances reach this one; the HTTP address if null
 * @param disclosure what may be told of articles with restricted texts
 * @param history what new watches learn from the articles that are retained
 * @param query how large a query may be
 * @param sourceHealth how it is told that a source has become unhealthy
 * @param view what the API searches
 * @param api how much one request may ask for
 * @param brief how much goes into a brief
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
        @Default("2s") Duration storyPatience,
        @Default("10m") Duration lateness,
        @Default("10, 50, 100, 500, 1000, 5000") List<String> casualties,
        @Default("500") int mostSeen,
        @Default("100") int digestEntries,
        @Default("200") int budget,
        @Default("5") int budgetFactor,
        @Default("1h") Duration budgetDigest,
        @Nullable String advertised,
        DisclosureConfig disclosure,
        HistoryConfig history,
        QueryConfig query,
        SourceHealthConfig sourceHealth,
        ViewConfig view,
        ApiConfig api,
        BriefConfig brief)
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
        Require.atLeast("storyPatience", storyPatience, Duration.ZERO);
        Require.atLeast("lateness", lateness, Duration.ZERO);
        casualties.forEach(step -> Require.matches("casualties", step, "[1-9]\\d{0,8}", "give numbers from 1"));
        Require.range("mostSeen", mostSeen, 10, 100_000);
        Require.range("digestEntries", digestEntries, 1, 1_000);
        Require.range("budget", budget, 1, 1_000_000);
        Require.range("budgetFactor", budgetFactor, 1, 1_000);
        Require.atLeast("budgetDigest", budgetDigest, Duration.ofMinutes(1));
        if (advertised != null) {
            Require.matches("advertised", advertised, ".+:\\d{1,5}", "give host:port");
        }
    }

    /** {@link #casualties} as numbers. */
    public List<Integer> casualtySteps() {
        return casualties.stream().map(Integer::valueOf).toList();
    }
}

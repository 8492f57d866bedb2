package io.vedette.runtime.config;

import java.time.Duration;

/**
 * What one caller may take: a key or token, or an address where none is needed.
 *
 * @param requestsPerSecond of one caller in the long run; more are answered 429
 * @param burst the most requests of one caller at once
 * @param concurrentRequests the most requests of one caller that are worked on at a time, streams of alerts included
 * @param tenantRequestsPerSecond of all keys and tokens of one tenant together; more are answered 429
 * @param tenantConcurrentRequests the most requests of one tenant that are worked on at a time, streams of alerts included
 * @param refusalsPerMinute the most requests without a valid key that one address is told and the audit log gets; further
 *     ones are answered 429
 * @param connections the most connections that are open at a time
 * @param headerBytes the most that the headers of one request may come to; more are answered 431
 * @param idleTimeout how long a connection may be silent
 */
public record LimitsConfig(
        @Default("1000") int requestsPerSecond,
        @Default("2000") int burst,
        @Default("200") int concurrentRequests,
        @Default("200") int tenantRequestsPerSecond,
        @Default("100") int tenantConcurrentRequests,
        @Default("60") int refusalsPerMinute,
        @Default("2000") int connections,
        @Default("8192") int headerBytes,
        @Default("30s") Duration idleTimeout) {

    public LimitsConfig {
        Require.range("requestsPerSecond", requestsPerSecond, 1, 1_000_000);
        Require.range("burst", burst, 1, 10_000_000);
        Require.range("concurrentRequests", concurrentRequests, 1, 100_000);
        Require.range("tenantRequestsPerSecond", tenantRequestsPerSecond, 1, 1_000_000);
        Require.range("tenantConcurrentRequests", tenantConcurrentRequests, 1, 100_000);
        Require.range("refusalsPerMinute", refusalsPerMinute, 1, 1_000_000);
        Require.range("connections", connections, 8, 1_000_000);
        Require.range("headerBytes", headerBytes, 1_024, 1 << 20);
        Require.atLeast("idleTimeout", idleTimeout, Duration.ofMillis(100));
    }
}

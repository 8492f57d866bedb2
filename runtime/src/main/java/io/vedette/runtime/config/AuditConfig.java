package io.vedette.runtime.config;

import java.time.Duration;

/**
 * The audit log: who changed what over HTTP, and who was refused.
 *
 * @param enabled whether it is written
 * @param ingest whether articles that are sent count as changes; each says where it came from anyway
 * @param capacity how many entries may wait for Kafka; further ones are counted and dropped
 * @param readers how many may read it over HTTP at a time; more are answered 503
 * @param readTimeout how long one of them may look for what it wants; then its page is shorter
 */
public record AuditConfig(
        @Default("true") boolean enabled,
        @Default("false") boolean ingest,
        @Default("1000") int capacity,
        @Default("4") int readers,
        @Default("5s") Duration readTimeout) {

    public AuditConfig {
        Require.range("capacity", capacity, 1, 1_000_000);
        Require.range("readers", readers, 1, 100);
        Require.atLeast("readTimeout", readTimeout, Duration.ofMillis(100));
    }
}

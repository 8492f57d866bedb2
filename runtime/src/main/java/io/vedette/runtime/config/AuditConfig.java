package io.vedette.runtime.config;

/**
 * The audit log: who changed what over HTTP, and who was refused.
 *
 * @param enabled whether it is written
 * @param ingest whether articles that are sent count as changes; each says where it came from anyway
 * @param capacity how many entries may wait for Kafka; further ones are counted and dropped
 */
public record AuditConfig(
        @Default("true") boolean enabled,
        @Default("false") boolean ingest,
        @Default("1000") int capacity) {

    public AuditConfig {
        Require.range("capacity", capacity, 1, 1_000_000);
    }
}

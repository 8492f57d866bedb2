package io.vedette.runtime.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vedette.runtime.config.LimitsConfig;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How much each caller may take of this process: token buckets for requests, a count of those under way.  A caller that has
 * not been seen for a while is forgotten, as its bucket is full again by then.  Thread-safe.
 */
public final class CallerLimits {

    private static final int MOST_CALLERS = 100_000;

    private final LimitsConfig config;
    private final Cache<String, Bucket> requests;
    private final Cache<String, Bucket> refusals;
    private final Cache<Tenant, Bucket> tenants;
    private final ConcurrentMap<Object, Integer> running = new ConcurrentHashMap<>();

    public CallerLimits(LimitsConfig config) {
        this.config = config;
        long untilFull = config.burst() / config.requestsPerSecond() + 1L;
        requests = cache(Duration.ofSeconds(untilFull));
        refusals = cache(Duration.ofMinutes(1));
        tenants = cache(Duration.ofMinutes(1));
    }

    /**
     * Takes one request of what a caller has left.
     *
     * @return nothing if it may go on, otherwise the seconds after which it may try again, at least 1
     */
    public OptionalLong request(String caller) {
        Bucket bucket = requests.get(
                caller,
                any -> bucket(Bandwidth.builder()
                        .capacity(config.burst())
                        .refillGreedy(config.requestsPerSecond(), Duration.ofSeconds(1))
                        .build()));
        return take(bucket);
    }

    /** As {@link #request}, of all callers of a tenant together; the house has no such limit. */
    public OptionalLong request(Tenant tenant) {
        if (tenant.isHouse()) {
            return OptionalLong.empty();
        }
        Bucket bucket = tenants.get(
                tenant,
                any -> bucket(Bandwidth.builder()
                        .capacity(2L * config.tenantRequestsPerSecond())
                        .refillGreedy(config.tenantRequestsPerSecond(), Duration.ofSeconds(1))
                        .build()));
        return take(bucket);
    }

    /** As {@link #request}, of the refusals that an address is told. */
    public OptionalLong refusal(String address) {
        Bucket bucket = refusals.get(
                address,
                any -> bucket(Bandwidth.builder()
                        .capacity(config.refusalsPerMinute())
                        .refillGreedy(config.refusalsPerMinute(), Duration.ofMinutes(1))
                        .build()));
        return take(bucket);
    }

    /** Whether a caller may have one more request under way; if so, {@link #end} has to follow. */
    public boolean begin(String caller) {
        return begin(caller, config.concurrentRequests());
    }

    /** As {@link #begin(String)}, of all callers of a tenant together; the house has no such limit. */
    public boolean begin(Tenant tenant) {
        return tenant.isHouse() || begin(tenant, config.tenantConcurrentRequests());
    }

    /** A request is over that {@link #begin(String)} allowed. */
    public void end(String caller) {
        ended(caller);
    }

    /** A request is over that {@link #begin(Tenant)} allowed. */
    public void end(Tenant tenant) {
        if (!tenant.isHouse()) {
            ended(tenant);
        }
    }

    private boolean begin(Object who, int most) {
        boolean[] may = {true};
        running.compute(who, (same, count) -> {
            int before = count == null ? 0 : count;
            may[0] = before < most;
            return may[0] ? Integer.valueOf(before + 1) : count;
        });
        return may[0];
    }

    private void ended(Object who) {
        running.computeIfPresent(who, (same, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }

    private static <K> Cache<K, Bucket> cache(Duration untilFull) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(untilFull)
                .build();
    }

    private static Bucket bucket(Bandwidth bandwidth) {
        return Bucket.builder().addLimit(bandwidth).build();
    }

    private static OptionalLong take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(1, (probe.getNanosToWaitForRefill() + 999_999_999L) / 1_000_000_000L));
    }
}

package io.vedette.runtime.keys;

import io.vedette.runtime.CheckResult;
import io.vedette.runtime.Component;
import io.vedette.runtime.access.Caller;
import io.vedette.runtime.access.Caller.Means;
import io.vedette.runtime.access.Credentials;
import io.vedette.runtime.access.Scope;
import io.vedette.runtime.access.SecretKey;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.topic.TopicFollower;
import io.vedette.schemas.ApiKey;
import io.vedette.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the topic, following it: a key that is revoked is good for nothing as soon as that is read.  Until all were read
 * once, and while the topic can't be read, what is known counts.  Thread-safe.
 */
final class StoredKeys implements Credentials, Component, AutoCloseable {

    private static final String OF_TENANT = "tenant:";

    private final ConcurrentSkipListMap<String, ApiKey> keys = new ConcurrentSkipListMap<>();
    /** Whoever has a hash that is looked up here has its key: to time the look-up tells nothing of other keys. */
    private final Map<String, ApiKey> byHash = new ConcurrentHashMap<>();

    private final TopicFollower<ApiKey> follower;
    private final Clock clock;

    /** @param consumers makes a consumer that reads committed records only and has no group */
    StoredKeys(Topic<String, ApiKey> topic, Supplier<Consumer<byte[], byte[]>> consumers, Clock clock) {
        this.clock = clock;
        this.follower = new TopicFollower<>("keys", topic, consumers, this::apply);
    }

    void start() {
        follower.start();
    }

    /** All as far as they were read, by id, expired ones included. */
    Collection<ApiKey> all() {
        return Collections.unmodifiableCollection(keys.values());
    }

    Optional<ApiKey> get(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    boolean awaitApplied(int partition, long offset, Duration patience) throws InterruptedException {
        return follower.awaitApplied(partition, offset, patience);
    }

    @Override
    public Optional<Caller> caller(String secret) {
        ApiKey key = byHash.get(SecretKey.hash(secret));
        if (key == null || isExpired(key)) {
            return Optional.empty();
        }
        return tenant(key)
                .map(tenant -> new Caller("key:" + key.getId(), key.getName(), Means.KEY, scopes(key, tenant), tenant));
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public CheckResult check() {
        return follower.check(keys.size() + " keys");
    }

    @Override
    public void close() {
        follower.close();
    }

    private boolean isExpired(ApiKey key) {
        Instant end = key.getExpiresAt();
        return end != null && !clock.instant().isBefore(end);
    }

    /** How a scope is written in the record of a key: so that a version that knows no tenants gives a tenant's key nothing. */
    static String written(Scope scope, Tenant tenant) {
        return tenant.isHouse() ? scope.word() : OF_TENANT + scope.word();
    }

    /** How people write what the record of a key has. */
    static List<String> words(ApiKey key) {
        return key.getScopes().stream()
                .map(word -> word.startsWith(OF_TENANT) ? word.substring(OF_TENANT.length()) : word)
                .toList();
    }

    /** What is unknown here, perhaps from a later version, gives nothing. */
    private static Set<Scope> scopes(ApiKey key, Tenant tenant) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(Scope.values())
                .filter(scope -> key.getScopes().contains(written(scope, tenant)))
                .forEach(scopes::add);
        return scopes;
    }

    private static Optional<Tenant> tenant(ApiKey key) {
        try {
            return Optional.of(Tenant.of(key.getTenant()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // it must not pass for one of the house
        }
    }

    private void apply(String id, @Nullable ApiKey key, int partition, long offset) {
        if (key != null && !key.getHash().matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("the key " + id + " has no SHA-256 as its hash");
        }
        ApiKey before = key == null ? keys.remove(id) : keys.put(id, key);
        if (key != null) {
            byHash.put(key.getHash(), key);
        }
        if (before != null && (key == null || !before.getHash().equals(key.getHash()))) {
            byHash.remove(before.getHash());
        }
    }
}

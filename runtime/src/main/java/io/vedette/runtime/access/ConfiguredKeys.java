package io.vedette.runtime.access;

import io.vedette.runtime.access.Caller.Means;
import io.vedette.runtime.config.AuthKeyConfig;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of the configuration.  Immutable. */
final class ConfiguredKeys implements Credentials {

    private record Known(byte[] hash, Caller caller) {}

    private final List<Known> known = new ArrayList<>();

    /**
     * @param keys with names and scopes
     * @param ingestHashes of keys that may send articles only; their callers' ids are the hashes
     */
    ConfiguredKeys(List<AuthKeyConfig> keys, List<String> ingestHashes) {
        for (AuthKeyConfig key : keys) {
            Set<Scope> scopes = key.scopes().stream().map(Scope::of).collect(Collectors.toSet());
            Tenant tenant = Tenant.of(Objects.requireNonNullElse(key.tenant(), ""));
            add(key.hash(), new Caller("key:" + key.name(), key.name(), Means.KEY, scopes, tenant));
        }
        for (String hash : ingestHashes) {
            add(
                    hash,
                    new Caller(hash, "ingest-" + hash.substring(0, 8), Means.KEY, Set.of(Scope.INGEST), Tenant.HOUSE));
        }
    }

    @Override
    public Optional<Caller> caller(String secret) {
        byte[] given = SecretKey.sha256(secret);
        Optional<Caller> found = Optional.empty();
        for (Known one : known) {
            // all of them, lest the time tell which one it was
            if (MessageDigest.isEqual(one.hash(), given)) {
                found = Optional.of(one.caller());
            }
        }
        return found;
    }

    private void add(String hash, Caller caller) {
        known.add(new Known(HexFormat.of().parseHex(hash), caller));
    }
}

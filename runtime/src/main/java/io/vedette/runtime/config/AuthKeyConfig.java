package io.vedette.runtime.config;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A key that may call the API.
 *
 * @param name whose it is; what it changes is signed with that
 * @param hash its SHA-256 in hexadecimal; {@code vedette key} makes a key and tells its hash
 * @param scopes of read, write, ingest, admin
 * @param tenant whose watches it is for, and no others; none, or {@code house}, for all
 */
public record AuthKeyConfig(
        String name,
        String hash,
        @Default("") List<String> scopes,
        @Nullable String tenant) {

    public AuthKeyConfig {
        Require.matches(
                "name", name, "[A-Za-z0-9][A-Za-z0-9._-]{0,63}", "give up to 64 letters, digits, dots and hyphens");
        hash = hash.toLowerCase(Locale.ROOT);
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new InvalidValueException(
                    "hash", "is no SHA-256 in hexadecimal; vedette key makes a key and tells its hash");
        }
        scopes = scopes.stream().map(scope -> scope.toLowerCase(Locale.ROOT)).toList();
        for (String scope : scopes) {
            Require.matches("scopes", scope, "read|write|ingest|admin", "give read, write, ingest or admin");
        }
        TenantNames.require("tenant", tenant);
        if (scopes.isEmpty()) {
            throw new InvalidValueException("scopes", "is empty; give some of read, write, ingest, admin");
        }
    }
}

package io.vedette.runtime.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What {@code POST /api/articles} takes, and from whom.
 *
 * @param keys SHA-256 hashes, in hexadecimal, of the keys with which articles may be sent; if there are none, anybody may
 * @param streams the most requests in NDJSON that are read at a time
 * @param lineLimitBytes the longest line of NDJSON; a longer one is rejected, and the next is read
 * @param errors the most lines of one request that the answer tells the mistakes of
 * @param keyRetention how long it is remembered how far a request with an {@code Idempotency-Key} was read
 */
public record PushConfig(
        @Default("") List<String> keys,
        @Default("8") int streams,
        @Default("4194304") int lineLimitBytes,
        @Default("100") int errors,
        @Default("1d") Duration keyRetention) {

    public PushConfig {
        keys = keys.stream().map(key -> key.toLowerCase(Locale.ROOT)).toList();
        for (String key : keys) {
            if (!key.matches("[0-9a-f]{64}")) {
                throw new InvalidValueException(
                        "keys",
                        "has an entry that is no SHA-256 in hexadecimal; vedette key makes a key and tells its hash");
            }
        }
        Require.range("streams", streams, 1, 1_000);
        Require.range("lineLimitBytes", lineLimitBytes, 1_024, 64 * 1024 * 1024);
        Require.range("errors", errors, 0, 100_000);
        Require.atLeast("keyRetention", keyRetention, Duration.ofMinutes(1));
    }
}

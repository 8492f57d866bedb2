package io.vedette.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.runtime.access.SecretKey;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ApiKeysTest {

    private final String key = SecretKey.create(new SecureRandom());
    private final ApiKeys keys = new ApiKeys(List.of(SecretKey.hash("another"), SecretKey.hash(key)));

    @Test
    void aKeyIsTakenFromEitherHeader() {
        assertThat(keys.caller("Bearer " + key, null)).contains(SecretKey.hash(key));
        assertThat(keys.caller("bearer  " + key + " ", null)).contains(SecretKey.hash(key));
        assertThat(keys.caller(null, "another")).contains(SecretKey.hash("another"));
    }

    @Test
    void withoutAKnownKeyItIsNobody() {
        assertThat(keys.caller(null, null)).isEmpty();
        assertThat(keys.caller("Basic " + key, null)).isEmpty();
        assertThat(keys.caller("Bearer " + key + "x", null)).isEmpty();
        assertThat(keys.caller("Bearer " + SecretKey.hash(key), null)).isEmpty();
    }

    @Test
    void whereNoneIsConfiguredEverybodyIsTaken() {
        assertThat(new ApiKeys(List.of()).caller(null, null)).contains("");
    }

    @Test
    void theHashIsWhatOtherToolsComputeToo() {
        // printf %s key | sha256sum
        assertThat(SecretKey.hash("key")).isEqualTo("2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683");
        assertThat(key).matches("vdt_[A-Za-z0-9_-]{43}").isNotEqualTo(SecretKey.create(new SecureRandom()));
    }
}

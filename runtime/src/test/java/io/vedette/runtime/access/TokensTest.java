package io.vedette.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vedette.runtime.config.AuthConfig;
import io.vedette.runtime.config.Configuration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against an issuer on the loopback address that publishes its keys as OpenID Connect Discovery says. */
class TokensTest {

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer issuer;
    private String url;
    private RsaJsonWebKey key;

    @BeforeEach
    void start() throws Exception {
        key = key("first");
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        url = "http://127.0.0.1:" + issuer.getAddress().getPort();
        answer(
                "/.well-known/openid-configuration",
                () -> "{\"issuer\":\"" + url + "\",\"jwks_uri\":\"" + url + "/keys\"}");
        answer("/keys", () -> {
            asked.incrementAndGet();
            return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
        });
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void aTokenOfTheIssuerSaysWhoAndWhat() throws Exception {
        Caller caller = caller(Map.of(), token(claims -> claims.setStringClaim("preferred_username", "anna")))
                .orElseThrow();

        assertThat(caller.id()).isEqualTo("token:7f3a");
        assertThat(caller.name()).isEqualTo("anna");
        assertThat(caller.scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.WRITE);
    }

    @Test
    void scopesMayBeAListInAClaimOfAnyName() throws Exception {
        Map<String, String> settings =
                Map.of("http.auth.oidc.scopesClaim", "roles", "http.auth.oidc.scopePrefix", "news-");

        assertThat(caller(
                                settings,
                                token(claims ->
                                        claims.setStringListClaim("roles", List.of("news-ingest", "other", "admin"))))
                        .orElseThrow()
                        .scopes())
                .containsExactly(Scope.INGEST);
        assertThat(caller(settings, token(claims -> {})).orElseThrow().scopes())
                .as("scopes of another claim")
                .isEmpty();
    }

    @Test
    void whatIsNotForVedetteNotFromTheIssuerOrOverIsRefused() throws Exception {
        assertThat(caller(Map.of(), token(claims -> claims.setAudience("mail"))))
                .isEmpty();
        assertThat(caller(Map.of(), token(claims -> claims.setIssuer("https://other.example"))))
                .isEmpty();
        assertThat(caller(Map.of(), token(claims -> claims.setExpirationTimeMinutesInTheFuture(-2))))
                .isEmpty();
        assertThat(caller(Map.of(), token(claims -> claims.unsetClaim("exp")))).isEmpty();
        assertThat(caller(Map.of(), token(claims -> claims.unsetClaim("sub")))).isEmpty();
        assertThat(caller(Map.of(), token(claims -> {
                    NumericDate later = NumericDate.now();
                    later.addSeconds(600);
                    claims.setNotBefore(later);
                })))
                .isEmpty();
    }

    @Test
    void aSignatureThatIsNotTheIssuersIsRefused() throws Exception {
        RsaJsonWebKey stranger = key("first");
        assertThat(caller(Map.of(), token(claims -> {}, stranger))).isEmpty();

        String good = token(claims -> {});
        String changed = good.substring(0, good.length() - 6) + "AAAAAA";
        assertThat(caller(Map.of(), changed)).isEmpty();
    }

    @Test
    void neitherNoSignatureNorOneWithThePublishedKeyAsASecretIsTaken() throws Exception {
        JsonWebSignature none = signature(claims -> {});
        none.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
        none.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        assertThat(caller(Map.of(), none.getCompactSerialization())).isEmpty();

        JsonWebSignature confused = signature(claims -> {});
        confused.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        confused.setKeyIdHeaderValue("first");
        confused.setKey(new HmacKey(key.getPublicKey().getEncoded()));
        assertThat(caller(Map.of(), confused.getCompactSerialization())).isEmpty();
    }

    @Test
    void aNewKeyOfTheIssuerIsFoundAndKnownOnesAreNotAskedForAgain() throws Exception {
        Authentication authentication = authentication(Map.of());
        assertThat(authentication.caller("Bearer " + token(claims -> {}), null)).isPresent();
        assertThat(authentication.caller("Bearer " + token(claims -> {}), null)).isPresent();
        assertThat(asked).hasValue(1);

        key = key("second");
        org.awaitility.Awaitility.await().until(() -> authentication
                .caller("Bearer " + token(claims -> {}), null)
                .isPresent());
    }

    @Test
    void anIssuerThatIsAwayLetsNobodyIn() throws Exception {
        String token = token(claims -> {});
        issuer.stop(0);

        assertThat(caller(Map.of(), token)).isEmpty();
    }

    private Optional<Caller> caller(Map<String, String> settings, String token) {
        return authentication(settings).caller("Bearer " + token, null);
    }

    private Authentication authentication(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("http.auth.oidc.issuer", url);
        all.put("http.auth.oidc.audience", "vedette");
        AuthConfig config = Configuration.of(all).http().auth();
        return Authentication.of(config, List.of(), List.of());
    }

    private String token(Consumer<JwtClaims> change) throws Exception {
        return token(change, key);
    }

    private String token(Consumer<JwtClaims> change, RsaJsonWebKey by) throws Exception {
        JsonWebSignature signature = signature(change);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(by.getKeyId());
        signature.setKey(by.getPrivateKey());
        return signature.getCompactSerialization();
    }

    private JsonWebSignature signature(Consumer<JwtClaims> change) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(url);
        claims.setAudience("vedette", "other");
        claims.setSubject("7f3a");
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringClaim("scope", "openid vedette:read vedette:write write vedette:unknown");
        change.accept(claims);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        return signature;
    }

    private static RsaJsonWebKey key(String id) throws Exception {
        RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
        made.setKeyId(id);
        return made;
    }

    private interface Body {
        String get() throws IOException;
    }

    private void answer(String path, Body body) {
        issuer.createContext(path, exchange -> {
            byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}

package io.vedette.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.HttpConfig;
import io.vedette.runtime.config.PeersConfig;
import io.vedette.runtime.config.TlsConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How the instances of a service ask each other over HTTP: by TLS if they answer by TLS, and, where they share a secret, with a proof
 * that they know it.  The secret itself is sent to nobody: the proof is an HMAC (RFC 2104, SHA-256) of what is asked, which is worth
 * nothing for another question.  Thread-safe.
 */
public final class Peers {

    /** The header with the proof. */
    public static final String HEADER = "X-Vedette-Instance";

    /** Handshake included; whoever asks sets how long it waits for an answer. */
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final String scheme;
    private final HttpClient http;
    private final @Nullable SecretKeySpec secret;

    /** @throws StartupException if the certificates that are to be trusted can't be read */
    public Peers(HttpConfig config) {
        PeersConfig peers = config.peers();
        String given = peers.secret();
        secret = given == null ? null : new SecretKeySpec(given.getBytes(UTF_8), "HmacSHA256");
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        if (config.tls().enabled()) {
            client.sslContext(context(config.tls(), peers.trust()));
        }
        scheme = config.tls().enabled() ? "https" : "http";
        http = client.build();
    }

    /**
     * A request to another instance.
     *
     * @param target path and query
     */
    public HttpRequest.Builder request(String host, int port, String target) {
        String name = host.contains(":") ? "[" + host + "]" : host;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(scheme + "://" + name + ":" + port + target));
        if (secret != null) {
            request.header(HEADER, HexFormat.of().formatHex(proof(secret, target)));
        }
        return request;
    }

    /** Sends such requests. */
    public HttpClient http() {
        return http;
    }

    /** @throws Problem 401 if instances share a secret and this request has no proof that whoever sends it knows it */
    public void check(Context ctx) {
        if (secret == null) {
            return;
        }
        String query = ctx.queryString();
        byte[] needed = proof(secret, query == null ? ctx.path() : ctx.path() + "?" + query);
        String given = Objects.requireNonNullElse(ctx.header(HEADER), "");
        if (!MessageDigest.isEqual(HexFormat.of().formatHex(needed).getBytes(UTF_8), given.getBytes(UTF_8))) {
            throw new Problem(HttpStatus.UNAUTHORIZED, "this is what instances ask each other, by http.peers.secret");
        }
    }

    private static byte[] proof(SecretKeySpec secret, String target) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal(target.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private static SSLContext context(TlsConfig tls, @Nullable Path trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            KeyStore roots = trust == null ? null : roots(trust);
            context.init(null, new TrustManager[] {new PeerTrust(roots, () -> own(tls))}, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new StartupException(
                    ExitCode.NO_INPUT, "http.peers.trust: " + trust + " can't be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore roots(Path file) throws IOException, GeneralSecurityException {
        KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
        roots.load(null, null);
        int number = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                roots.setCertificateEntry("root-" + number++, certificate);
            }
        }
        if (number == 0) {
            throw new GeneralSecurityException("it has no certificate");
        }
        return roots;
    }

    /** What this server shows; read each time, as it may be changed without a restart. */
    private static Optional<X509Certificate> own(TlsConfig tls) {
        try {
            KeyStore keys = Tls.keyStore(tls);
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias) && keys.getCertificate(alias) instanceof X509Certificate certificate) {
                    return Optional.of(certificate);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            // the server says so in its log; others are told by their chains until then
        }
        return Optional.empty();
    }
}

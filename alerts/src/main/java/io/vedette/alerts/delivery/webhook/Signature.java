package io.vedette.alerts.delivery.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what is posted, so that a receiver knows it for ours and for fresh: {@code t=SECONDS,v1=HEX}, where the second part
 * is the HMAC-SHA256 (RFC 2104) of the seconds, a dot and the body.  With several secrets there is a {@code v1} for each, so
 * that a receiver can change from one to the next.  Thread-safe.
 */
public final class Signature {

    /** The header that carries it. */
    public static final String HEADER = "Vedette-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private final List<String> secrets;

    /** @param secrets at least one */
    public Signature(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** The value of the header. */
    public String of(byte[] body, Instant now) {
        long seconds = now.getEpochSecond();
        return "t=" + seconds + ","
                + secrets.stream()
                        .map(secret -> "v1=" + HexFormat.of().formatHex(mac(secret, seconds, body)))
                        .collect(Collectors.joining(","));
    }

    private static byte[] mac(String secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}

package io.vedette.ingest.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of that name. */
final class Sha256 {

    private Sha256() {}

    static byte[] of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static byte[] of(byte[] bytes, int offset, int length) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(bytes, offset, length);
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package io.vedette.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys as files have them. */
final class PemFiles {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private PemFiles() {}

    static KeyStore pkcs12(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, password);
        }
        return keys;
    }

    /** Of a chain of certificates, the server's own first, and its key as RFC 5958 has it, both in PEM (RFC 7468). */
    static KeyStore keyStore(Path certificate, Path key, char[] password) throws IOException, GeneralSecurityException {
        Certificate[] chain;
        try (InputStream in = Files.newInputStream(certificate)) {
            chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(Certificate[]::new);
        }
        if (chain.length == 0) {
            throw new GeneralSecurityException(certificate + " has no certificate");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, password);
        keys.setKeyEntry("server", key(key, chain[0].getPublicKey()), password, chain);
        return keys;
    }

    private static PrivateKey key(Path file, PublicKey counterpart) throws IOException, GeneralSecurityException {
        Matcher block = PKCS8.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!block.find()) {
            throw new GeneralSecurityException(file
                    + " has no PRIVATE KEY without password; openssl pkcs8 -topk8 -nocrypt -in KEY -out FILE"
                    + " makes it one");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(block.group(1));
        return KeyFactory.getInstance(counterpart.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }
}

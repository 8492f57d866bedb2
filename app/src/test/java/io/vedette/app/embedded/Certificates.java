package io.vedette.app.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;

/** A key and a certificate for each of some names, made by the JDK's keytool; everybody trusts everybody. */
final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    /** Those of the broker and of some users. */
    static Certificates make(Path folder, String... users) throws Exception {
        Files.createDirectories(folder);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        make(folder, "broker", trusted);
        for (String user : users) {
            make(folder, user, trusted);
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("trust.p12"))) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        return new Certificates(folder);
    }

    /** Whom to trust. */
    Map<String, String> trust() {
        return Map.of(
                "ssl.truststore.type",
                "PKCS12",
                "ssl.truststore.location",
                folder.resolve("trust.p12").toString(),
                "ssl.truststore.password",
                PASSWORD);
    }

    /** Whom to trust, and who one is. */
    Map<String, String> of(String name) {
        Map<String, String> settings = new HashMap<>(trust());
        settings.put("ssl.keystore.type", "PKCS12");
        settings.put("ssl.keystore.location", keys(folder, name).toString());
        settings.put("ssl.keystore.password", PASSWORD);
        settings.put("ssl.key.password", PASSWORD);
        return settings;
    }

    private static void make(Path folder, String name, KeyStore trusted)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path keys = keys(folder, name);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name + ",O=Vedette",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no certificate: " + said);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        trusted.setCertificateEntry(name, store.getCertificate(name));
    }

    private static Path keys(Path folder, String name) {
        return folder.resolve(name + ".p12");
    }
}

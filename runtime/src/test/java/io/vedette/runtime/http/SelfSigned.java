package io.vedette.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Certificates that vouch for themselves, by the JDK's own tool. */
final class SelfSigned {

    private SelfSigned() {}

    /**
     * Makes a key and its certificate.
     *
     * @param file a PKCS #12 store that is yet to be
     * @param name the entry's, and the subject's
     * @param host whom it is for, such as {@code ip:127.0.0.1} or {@code dns:example.org}
     */
    static void certificate(Path file, String name, String host, String password) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        password)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
    }
}

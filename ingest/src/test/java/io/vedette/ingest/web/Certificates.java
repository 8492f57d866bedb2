package io.vedette.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority, and certificates of one host that it signed or that nobody did, made by the JDK's keytool. */
final class Certificates {

    static final String PASSWORD = "changeit";

    private static final String AUTHORITY = "authority";
    private static final String HOST = "host";

    private final Path folder;

    /**
     * Makes the keys of an authority and of a host.
     *
     * @param folder where they are written
     * @param host whom the certificates are for
     */
    Certificates(Path folder, String host) throws IOException, InterruptedException {
        this.folder = folder;
        keytool(AUTHORITY, "-genkeypair", "-keyalg", "EC", "-dname", "CN=Authority of a test", "-ext", "bc:c");
        keytool(HOST, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "san=dns:" + host);
        keytool(HOST, "-certreq", "-ext", "san=dns:" + host, "-file", file("request"));
    }

    /** A store for who is to trust the authority. */
    Path trusted() throws IOException, GeneralSecurityException {
        KeyStore store = read(null);
        store.setCertificateEntry(AUTHORITY, authority());
        Path trusted = folder.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(trusted)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return trusted;
    }

    /** The host's certificate, signed by itself. */
    KeyStore selfSigned() throws IOException, GeneralSecurityException {
        return read(folder.resolve(HOST + ".p12"));
    }

    /**
     * The host's certificate, signed by the authority.
     *
     * @param validity options of {@code keytool -gencert}
     */
    KeyStore signed(String... validity) throws IOException, InterruptedException, GeneralSecurityException {
        List<String> arguments = new ArrayList<>(List.of("-gencert", "-infile", file("request")));
        arguments.addAll(List.of("-outfile", file("certificate"), "-ext", "honored=all"));
        arguments.addAll(List.of(validity));
        keytool(AUTHORITY, arguments.toArray(String[]::new));
        Certificate certificate;
        try (InputStream in = Files.newInputStream(folder.resolve("certificate"))) {
            certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        Key key = selfSigned().getKey(HOST, PASSWORD.toCharArray());
        KeyStore store = read(null);
        store.setKeyEntry(HOST, key, PASSWORD.toCharArray(), new Certificate[] {certificate, authority()});
        return store;
    }

    /** A socket on loopback that shows what a store holds. */
    static ServerSocket socket(KeyStore store) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    private Certificate authority() throws IOException, GeneralSecurityException {
        return read(folder.resolve(AUTHORITY + ".p12")).getCertificate(AUTHORITY);
    }

    private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        if (file == null) {
            store.load(null, null);
            return store;
        }
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
            return store;
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void keytool(String alias, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", alias, "-keystore", file(alias + ".p12"), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}

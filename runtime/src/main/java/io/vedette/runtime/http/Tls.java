package io.vedette.runtime.http;

import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.TlsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's certificate and key.  Files that have changed are read again, so that a new certificate needs no restart; if
 * they can't be used, the ones before stay, and the log says why.
 */
final class Tls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);

    private final TlsConfig config;
    private final SslContextFactory.Server factory = new SslContextFactory.Server();
    private final ScheduledExecutorService watcher;
    private List<FileTime> seen;

    /** @throws StartupException if they can't be used */
    @SuppressWarnings("FutureReturnValueIgnored") // a look that fails says so itself
    Tls(TlsConfig config) {
        this.config = config;
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        factory.setRenegotiationAllowed(false);
        try {
            seen = times();
            use(factory);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new StartupException(
                    ExitCode.NO_INPUT, "http.tls: " + files() + " can't be used as certificate and key: " + why(e), e);
        }
        watcher = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "http-tls");
            daemon.setDaemon(true);
            return daemon;
        });
        long pause = config.reload().toMillis();
        watcher.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    SslContextFactory.Server factory() {
        return factory;
    }

    @Override
    public void close() {
        watcher.shutdownNow();
    }

    private void look() {
        try {
            List<FileTime> now = times();
            if (!now.equals(seen)) {
                seen = now; // whatever comes of it: what can't be used is tried again once it changes again
                factory.reload(changed -> load((SslContextFactory.Server) changed));
                LOG.atInfo().addKeyValue("files", files()).log("new connections get the new certificate");
            }
        } catch (Exception e) {
            LOG.atWarn()
                    .addKeyValue("files", files())
                    .log("the certificate was changed and can't be used; the one before stays: {}", why(e));
        }
    }

    private void load(SslContextFactory.Server changed) {
        try {
            use(changed);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void use(SslContextFactory.Server server) throws IOException, GeneralSecurityException {
        String password = Objects.requireNonNullElse(config.keyStorePassword(), "");
        server.setKeyStore(keyStore(config));
        server.setKeyManagerPassword(password);
        server.setKeyStorePassword(password);
    }

    /** Certificate and key as the files have them now. */
    static KeyStore keyStore(TlsConfig config) throws IOException, GeneralSecurityException {
        char[] password =
                Objects.requireNonNullElse(config.keyStorePassword(), "").toCharArray();
        Path keyStore = config.keyStore();
        return keyStore != null
                ? PemFiles.pkcs12(keyStore, password)
                : PemFiles.keyStore(
                        Objects.requireNonNull(config.certificate()), Objects.requireNonNull(config.key()), password);
    }

    private List<Path> files() {
        return Stream.of(config.keyStore(), config.certificate(), config.key())
                .filter(Objects::nonNull)
                .toList();
    }

    private List<FileTime> times() throws IOException {
        List<FileTime> times = new ArrayList<>();
        for (Path file : files()) {
            times.add(Files.getLastModifiedTime(file));
        }
        return times;
    }

    private static String why(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}

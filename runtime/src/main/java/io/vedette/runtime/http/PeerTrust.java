package io.vedette.runtime.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Takes a server for an instance of the same service if it shows the very certificate that this one shows, whose key only instances
 * have; its name does not matter then, since instances are asked by addresses that no certificate is for. Otherwise chain and name
 * must be as TLS has them. Thread-safe.
 */
final class PeerTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager chains;
    private final Supplier<Optional<X509Certificate>> own;

    /**
     * @param roots that certificates may be signed by; null for those that this Java trusts
     * @param own what this server shows now
     */
    PeerTrust(@Nullable KeyStore roots, Supplier<Optional<X509Certificate>> own) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(roots);
        this.chains = Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("this Java has no trust manager for X.509"));
        this.own = own;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        if (!isOwn(chain)) {
            chains.checkServerTrusted(chain, authType, engine);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        if (!isOwn(chain)) {
            chains.checkServerTrusted(chain, authType, socket);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("a name can't be checked without a connection");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("instances show no certificate when they ask");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("instances show no certificate when they ask");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("instances show no certificate when they ask");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return chains.getAcceptedIssuers();
    }

    /** One that is over is refused, as any other is. */
    private boolean isOwn(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0 || !own.get().filter(chain[0]::equals).isPresent()) {
            return false;
        }
        chain[0].checkValidity();
        return true;
    }
}

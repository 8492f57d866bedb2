package io.vedette.ingest.web;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says in words why a server is not to be trusted: the JDK's messages name its own classes first. */
final class TlsFailures {

    private TlsFailures() {}

    static String reason(SSLException e) {
        String root = String.valueOf(root(e).getMessage());
        if (comesFrom(e, CertificateExpiredException.class)) {
            return "its certificate has expired (" + root + ")";
        }
        if (comesFrom(e, CertPathBuilderException.class)) {
            return "its certificate is signed by itself, or by nobody whom this machine trusts";
        }
        if (e instanceof SSLPeerUnverifiedException || comesFrom(e, CertificateException.class)) {
            return "its certificate can't be accepted: " + root;
        }
        return "it can't be spoken to by TLS: " + root;
    }

    private static boolean comesFrom(Throwable failure, Class<? extends Exception> type) {
        Throwable cause = failure.getCause();
        return type.isInstance(failure) || cause != null && comesFrom(cause, type);
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }
}

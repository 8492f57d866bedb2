package io.vedette.ingest.web;

import io.vedette.ingest.web.Names.SlowNamesException;
import io.vedette.ingest.web.WebException.Kind;
import io.vedette.runtime.net.RefusedAddressException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** What the failures of the transport mean. */
final class Failures {

    private Failures() {}

    static WebException of(Exception e) {
        if (e instanceof RefusedAddressException) {
            return new WebException(Kind.ADDRESS_REFUSED, String.valueOf(e.getMessage()), null, e);
        }
        if (e instanceof SlowNamesException) {
            return new WebException(Kind.TIMEOUT, String.valueOf(e.getMessage()), null, e);
        }
        if (e instanceof UnknownHostException) {
            return new WebException(Kind.UNKNOWN_HOST, "no name server knows its host: " + e.getMessage(), null, e);
        }
        if (e instanceof SSLException tls) {
            return new WebException(Kind.TLS, TlsFailures.reason(tls), null, e);
        }
        if (e instanceof SocketTimeoutException || e instanceof ConnectionRequestTimeoutException) {
            return new WebException(Kind.TIMEOUT, "it took too long: " + e.getMessage(), null, e);
        }
        if (isOrComesFrom(e, MessageConstraintException.class)) {
            return new WebException(Kind.TOO_LARGE, "its headers are larger than what is taken", null, e);
        }
        if (e instanceof ConnectionClosedException || e instanceof TruncatedChunkException) {
            return new WebException(Kind.CONNECTION, "the connection broke off: " + e.getMessage(), null, e);
        }
        if (e instanceof MalformedChunkCodingException
                || e instanceof ZipException
                || isOrComesFrom(e, HttpException.class)) {
            return new WebException(Kind.BROKEN, "what it answers is no HTTP: " + e.getMessage(), null, e);
        }
        return new WebException(Kind.CONNECTION, e.getClass().getSimpleName() + ": " + e.getMessage(), null, e);
    }

    private static boolean isOrComesFrom(@Nullable Throwable failure, Class<? extends Exception> type) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }
}

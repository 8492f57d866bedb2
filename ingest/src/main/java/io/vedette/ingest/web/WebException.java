package io.vedette.ingest.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a document could not be had; the message is for people and names no secret. */
public final class WebException extends Exception {

    private static final long serialVersionUID = 1;

    /** The sort of reason; its name in lower case with hyphens is what metrics and source states carry. */
    public enum Kind {
        /** The address is private, or none that may be asked. */
        ADDRESS_REFUSED,
        /** The site's robots.txt asks to leave it alone. */
        ROBOTS,
        /** No such host. */
        UNKNOWN_HOST,
        /** No connection, or it broke off. */
        CONNECTION,
        /** The certificate is none that can be trusted. */
        TLS,
        /** It took too long. */
        TIMEOUT,
        /** It is larger than the limit, packed or unpacked. */
        TOO_LARGE,
        /** It is not packed as it says, or no HTTP. */
        BROKEN,
        /** Too many redirects, or one to nowhere. */
        REDIRECTS,
        /** 401, 403, 451. */
        FORBIDDEN,
        /** 404. */
        NOT_FOUND,
        /** 410. */
        GONE,
        /** Its host is to be left alone for longer than anybody waits, or too many wait for it: it was not asked. */
        BUSY,
        /** 429, or 503 with Retry-After. */
        THROTTLED,
        /** Other answers from 500. */
        SERVER_ERROR,
        /** Any other answer. */
        UNEXPECTED
    }

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    /**
     * @param retryAfter how long the server asks to be left alone, for {@link Kind#BUSY} how long its turn is away; null if
     *     nobody says
     */
    public WebException(Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public WebException(Kind kind, String message) {
        this(kind, message, null, null);
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}

package io.vedette.ingest.health;

import io.vedette.ingest.web.WebException;
import java.util.Locale;

/** Why a poll failed, by sort; few enough to be the tag of a metric. */
public enum PollFailure {
    ADDRESS_REFUSED,
    ROBOTS,
    UNKNOWN_HOST,
    CONNECTION,
    TLS,
    TIMEOUT,
    TOO_LARGE,
    BROKEN,
    REDIRECTS,
    FORBIDDEN,
    NOT_FOUND,
    GONE,
    BUSY,
    THROTTLED,
    SERVER_ERROR,
    UNEXPECTED,
    /** The answer is none of what the source is to give. */
    UNREADABLE,
    /** The answer is a page of somebody who sells or keeps the domain. */
    PARKED,
    /** The answer is a web page where a feed or sitemap was. */
    WEB_PAGE,
    /** The answer is a web page, and it comes from elsewhere: a redirect led to it. */
    WEB_PAGE_ELSEWHERE;

    /** The same sort, of what the web said. */
    public static PollFailure of(WebException.Kind kind) {
        return switch (kind) {
            case ADDRESS_REFUSED -> ADDRESS_REFUSED;
            case ROBOTS -> ROBOTS;
            case UNKNOWN_HOST -> UNKNOWN_HOST;
            case CONNECTION -> CONNECTION;
            case TLS -> TLS;
            case TIMEOUT -> TIMEOUT;
            case TOO_LARGE -> TOO_LARGE;
            case BROKEN -> BROKEN;
            case REDIRECTS -> REDIRECTS;
            case FORBIDDEN -> FORBIDDEN;
            case NOT_FOUND -> NOT_FOUND;
            case GONE -> GONE;
            case BUSY -> BUSY;
            case THROTTLED -> THROTTLED;
            case SERVER_ERROR -> SERVER_ERROR;
            case UNEXPECTED -> UNEXPECTED;
        };
    }

    /** As metrics and {@code SourceState.errors} carry it: {@code not-found}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

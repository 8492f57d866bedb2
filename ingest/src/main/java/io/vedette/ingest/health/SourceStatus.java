package io.vedette.ingest.health;

/** What {@code SourceState.status} says. */
public enum SourceStatus {
    /** Not known yet: no poll has gone well, and none of the others has been confirmed. */
    UNKNOWN,
    HEALTHY,
    /** A user has it not polled. */
    PAUSED,
    /** Polls fail, for whatever reason. */
    FAILING,
    /** It doesn't want to be read: 401, 403, 451, or robots.txt. */
    FORBIDDEN,
    /** 404 or 410. */
    GONE,
    /** It has moved for good to another host or to a home page, or leads to a web page elsewhere. */
    REDIRECTED,
    /** Its domain is parked, or a web page is where it was. */
    PARKED,
    /** It answers with a list without items. */
    EMPTY,
    /** It answers, but brings far less than usual. */
    SILENT;

    /** The status that a record carries; one that this version doesn't know counts as not known. */
    static SourceStatus of(String status) {
        try {
            return valueOf(status);
        } catch (IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    public boolean unhealthy() {
        return ordinal() > PAUSED.ordinal();
    }
}

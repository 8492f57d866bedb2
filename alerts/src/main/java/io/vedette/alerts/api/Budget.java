package io.vedette.alerts.api;

import io.vedette.runtime.config.ApiConfig;

/** How much is looked at for one page, where much may be looked at for little that passes. */
final class Budget {

    private final ApiConfig limits;
    private final long end;
    private int looked;

    Budget(ApiConfig limits) {
        this.limits = limits;
        this.end = System.nanoTime() + limits.timeLimit().toNanos();
    }

    void count() {
        looked++;
    }

    /** Never before something was looked at: a page always gets on. */
    boolean spent() {
        return looked > 0 && (looked >= limits.candidateLimit() || System.nanoTime() - end > 0);
    }

    /** For a person. */
    String reason() {
        return "stopped after " + looked + " articles; next goes on from there";
    }
}

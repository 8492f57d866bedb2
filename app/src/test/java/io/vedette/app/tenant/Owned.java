package io.vedette.app.tenant;

import java.util.List;

/** What belongs to {@code acme}, and what is asked with it. */
final class Owned {

    static final String OWNER = "acme";
    /** One is called as the owner begins, one begins as the owner is called. */
    static final List<String> OTHERS = List.of("acm", "acme2", "rival");

    static final String WATCH = "acme:melitopol";
    static final String ALERT = "alert-of-acme";
    static final String CHANNEL = "acme-post";
    static final String OLD = "old-article";
    static final String NEW = "new-article";
    /** Stands in everything that is the owner's. */
    static final String SECRET = "verysecret";

    private Owned() {}

    static String watch(String title) {
        return "{\"title\":\"" + title + "\",\"query\":\"melitopol\"}";
    }

    static String watchOn(String channel) {
        return "{\"query\":\"melitopol\",\"channels\":[\"" + channel + "\"]}";
    }

    static String backtest(String id) {
        return "{\"since\":\"7d\",\"watches\":[{\"id\":\"" + id + "\",\"query\":\"melitopol\"}]}";
    }
}

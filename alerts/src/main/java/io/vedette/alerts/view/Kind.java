package io.vedette.alerts.view;

import java.util.Locale;

/** What a document of the index is. */
enum Kind {
    ALERT,
    ARTICLE,
    /** How things stand with an alert, which may be known before the alert itself. */
    STATE,
    /** Which story an article belongs to, which may be known before the article itself. */
    STORY,
    /** Who had an article and how it changed, which may be known before the article itself. */
    HISTORY;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of the document: there is one document of each. */
    String key(String id) {
        return value() + ":" + id;
    }
}

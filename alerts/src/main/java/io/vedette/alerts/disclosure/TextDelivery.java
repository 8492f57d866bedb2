package io.vedette.alerts.disclosure;

import io.vedette.schemas.Article;
import io.vedette.schemas.Origin;

/** How much of the text of an article may leave Vedette.  The title and the address always may. */
public enum TextDelivery {
    /** All of it. */
    FULL,
    /** A few words around what matched, or from the beginning. */
    SNIPPET,
    /** Nothing. */
    NONE;

    /** What the origin of an article says; without an origin all, and nothing if it says what nobody knows. */
    public static TextDelivery of(Article article) {
        Origin origin = article.getOrigin();
        return origin == null ? FULL : named(origin.getTextDelivery());
    }

    private static TextDelivery named(String name) {
        for (TextDelivery one : values()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return NONE;
    }
}

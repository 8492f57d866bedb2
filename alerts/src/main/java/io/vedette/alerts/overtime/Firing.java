package io.vedette.alerts.overtime;

import io.vedette.schemas.Alert;
import io.vedette.schemas.ContributingArticle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator has to say.  Times are milliseconds since 1970 UTC.
 *
 * @param subject the window or story: there is one alert for it
 * @param from the first moment of the window; null for a story
 * @param to the first moment after it; null for a story
 * @param observed what was counted
 * @param expected what that was held against
 * @param articles those that it rests on, oldest first
 * @param base the alert of a single article that it is made from
 * @param trace of that article; null for none
 */
record Firing(
        Rule.Kind kind,
        String subject,
        @Nullable Long from,
        @Nullable Long to,
        double observed,
        double expected,
        List<ContributingArticle> articles,
        Alert base,
        @Nullable String trace) {}

package io.vedette.alerts.overtime;

import io.vedette.alerts.signal.AlertId;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.schemas.Alert;
import io.vedette.schemas.OverTimeState;
import io.vedette.schemas.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes down what an operator has to say. */
final class OverTimeAlert {

    private OverTimeAlert() {}

    static Alert of(Firing firing, OverTimeState state) {
        Rule rule = Rule.read(state.getRule());
        Alert alert = Alert.newBuilder(firing.base())
                .setId(AlertId.of(
                        state.getWatchId(),
                        state.getQueryKey(),
                        firing.kind() + " " + firing.subject(),
                        AlertId.NO_STEP))
                .setKind(
                        firing.kind() == Rule.Kind.FIRST
                                ? "FIRST_IN_PERIOD"
                                : firing.kind().name())
                .setWindowStart(instant(firing.from()))
                .setWindowEnd(instant(firing.to()))
                .setObserved(firing.observed())
                .setExpected(firing.expected())
                .setArticles(firing.articles())
                .setStoryId(rule.ofStory() ? firing.subject() : null)
                .build();
        if (firing.kind() == Rule.Kind.SILENCE) {
            withoutArticle(alert);
            alert.setSilentSince(instant(firing.from()));
        }
        alert.setHeadline(headline(firing, rule, alert));
        return alert;
    }

    /** What an alert of the watch says of the watch. */
    static Alert without(CompiledWatch compiled) {
        Watch watch = compiled.watch();
        return Alert.newBuilder()
                .setId("")
                .setWatchId(watch.getId())
                .setWatchTitle(watch.getTitle())
                .setWatchVersion(watch.getVersion())
                .setQuery(watch.getQuery())
                .setSeverity(watch.getSeverity())
                .setLabels(watch.getLabels())
                .setChannels(watch.getChannels())
                .setArticleId("")
                .build();
    }

    /** A silence is about no article: what it was made from only lent the watch's title and the like. */
    private static void withoutArticle(Alert alert) {
        alert.setArticleId("");
        alert.setTitle(null);
        alert.setUrl(null);
        alert.setSource(null);
        alert.setLanguage(null);
        alert.setPublishedAt(null);
        alert.setEmbargoUntil(null);
        alert.getClauses().clear();
    }

    private static String headline(Firing firing, Rule rule, Alert alert) {
        String title = alert.getTitle() == null ? alert.getWatchTitle() : alert.getTitle();
        return switch (firing.kind()) {
            case COUNT ->
                String.format(
                        Locale.ROOT, "%.0f articles within %s: %s", firing.observed(), told(rule.window()), title);
            case SPIKE ->
                String.format(
                        Locale.ROOT,
                        "%.0f articles within %s, where %.1f are usual: %s",
                        firing.observed(),
                        told(rule.window()),
                        firing.expected(),
                        title);
            case FIRST -> "first in " + told(rule.window()) + ": " + title;
            case FOLLOWED -> "within " + told(rule.window()) + " of what it follows: " + title;
            case SILENCE -> "nothing for " + told(rule.window()) + " since " + instant(firing.from());
            case CORROBORATED -> String.format(Locale.ROOT, "%.0f independent texts: %s", firing.observed(), title);
            case CONFLICT -> "sources disagree: " + title;
        };
    }

    private static String told(Duration window) {
        if (window.toDays() > 0 && window.equals(Duration.ofDays(window.toDays()))) {
            return window.toDays() + " d";
        }
        if (window.toHours() > 0 && window.equals(Duration.ofHours(window.toHours()))) {
            return window.toHours() + " h";
        }
        return window.toMinutes() + " min";
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}

package io.vedette.alerts.sources;

import io.vedette.alerts.signal.AlertId;
import io.vedette.runtime.config.SourceHealthConfig;
import io.vedette.schemas.Alert;
import io.vedette.schemas.SourceChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of sources.  An id is made of what is told, so that a replay comes to the same ones. */
final class SourceAlert {

    private static final String KIND = "SOURCE_HEALTH";

    /** So many sources are named by an alert about many. */
    private static final int NAMED = 20;

    /** A reason is as long as somebody's server wants it to be. */
    private static final int LONGEST_REASON = 500;

    private final SourceHealthConfig settings;

    SourceAlert(SourceHealthConfig settings) {
        this.settings = settings;
    }

    /** A source has become unhealthy. */
    Alert unhealthy(SourceChange change, Instant now) {
        Alert alert = about(change, now);
        alert.setSeverity(settings.severity());
        say(alert, "Source " + change.getName() + " " + is(change.getStatus()) + ": " + reason(change));
        List<String> reasons = new ArrayList<>();
        reasons.add("status: " + change.getStatus());
        reasons.add("reason: " + reason(change));
        reasons.add("last poll that went well: " + text(change.getLastSuccess()));
        reasons.add("last new item: " + text(change.getLastNewItem()));
        alert.setReasons(reasons);
        if (change.getStatus().equals("SILENT")) {
            alert.setSilentSince(change.getLastNewItem());
        }
        return alert;
    }

    /**
     * It is healthy again.
     *
     * @param toldBy the alert that told that it was not
     * @param was what it was
     * @param toldAt when that was told
     */
    Alert healthy(SourceChange change, @Nullable String toldBy, String was, @Nullable Instant toldAt, Instant now) {
        Alert alert = about(change, now);
        alert.setSeverity("INFO");
        alert.setUpdateOf(toldBy);
        Instant since = change.getSince() == null ? now : change.getSince();
        String after = toldAt == null ? "" : ", " + text(Duration.between(toldAt, since)) + " after it was told";
        say(alert, "Source " + change.getName() + " is healthy again; it was " + word(was) + after);
        alert.setReasons(List.of("status: HEALTHY", "before: " + was));
        return alert;
    }

    /** Many have changed at once, all to unhealthy or all to healthy; in any order. */
    Alert together(List<SourceChange> given, boolean unhealthy, Instant now) {
        List<SourceChange> changes = given.stream()
                .sorted((a, b) -> a.getSourceId().compareTo(b.getSourceId()))
                .toList();
        String ids = changes.stream().map(SourceAlert::subject).collect(Collectors.joining("\n"));
        Alert alert = about("together " + AlertId.queryKey(ids), now);
        alert.setSeverity(unhealthy ? settings.severity() : "INFO");
        Map<String, Integer> byStatus = new TreeMap<>();
        changes.forEach(change -> byStatus.merge(word(change.getStatus()), 1, Integer::sum));
        String counts = byStatus.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        say(
                alert,
                unhealthy
                        ? changes.size() + " sources became unhealthy within minutes (" + counts
                                + "): is the network down that asks them?"
                        : changes.size() + " sources are healthy again");
        List<String> reasons = new ArrayList<>();
        changes.stream().limit(NAMED).forEach(change -> reasons.add(named(change)));
        if (changes.size() > NAMED) {
            reasons.add("and " + (changes.size() - NAMED) + " more");
        }
        alert.setReasons(reasons);
        return alert;
    }

    private Alert about(SourceChange change, Instant now) {
        Alert alert = about(subject(change), now);
        alert.setSource(change.getName());
        alert.setUrl(change.getUrl());
        return alert;
    }

    private Alert about(String subject, Instant now) {
        return Alert.newBuilder()
                .setId(AlertId.of(SourceHealthWatch.ID, "", subject, AlertId.NO_STEP))
                .setWatchId(SourceHealthWatch.ID)
                .setWatchTitle(SourceHealthWatch.TITLE)
                .setKind(KIND)
                .setChannels(settings.channels())
                .setAcceptedAt(now)
                .build();
    }

    private static String subject(SourceChange change) {
        Instant since = change.getSince();
        return change.getSourceId() + " " + change.getStatus() + " " + (since == null ? "" : since.toEpochMilli());
    }

    private static void say(Alert alert, String headline) {
        alert.setTitle(headline);
        alert.setHeadline(headline);
    }

    private static String named(SourceChange change) {
        String reason = reason(change);
        return change.getName() + ": " + word(change.getStatus()) + (reason.isEmpty() ? "" : ": " + reason);
    }

    private static String reason(SourceChange change) {
        String reason = change.getReason();
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }

    private static String is(String status) {
        return status.equals("REDIRECTED") ? "has moved" : "is " + word(status);
    }

    private static String word(String status) {
        return status.toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "none" : time.toString();
    }

    private static String text(Duration duration) {
        return duration.toHours() >= 1 ? duration.toHours() + " h" : Math.max(0, duration.toMinutes()) + " min";
    }
}

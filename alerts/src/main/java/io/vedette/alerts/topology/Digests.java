package io.vedette.alerts.topology;

import io.vedette.alerts.signal.AlertId;
import io.vedette.schemas.Alert;
import io.vedette.schemas.DigestEntry;
import io.vedette.schemas.Watch;
import io.vedette.schemas.WatchPace;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Alerts that speak of a watch as a whole: digests of what was held, and notices of what Vedette does with it. */
final class Digests {

    private Digests() {}

    /** @param entries those that are listed, oldest first */
    static Alert digest(Watch watch, WatchPace pace, List<Alert> entries, Instant now) {
        Instant due = pace.getDigestDue() == null ? now : pace.getDigestDue();
        Alert digest = about(watch, "digest " + due, now);
        digest.setKind("DIGEST");
        digest.setHeadline(headline(pace.getHeld(), pace.getReasons()));
        digest.setReasons(pace.getReasons());
        digest.setHeld(pace.getReasons());
        digest.setWindowStart(pace.getHeldSince());
        digest.setWindowEnd(now);
        digest.setDigest(entries.stream().map(Digests::entry).toList());
        digest.setDigested(pace.getHeld());
        return digest;
    }

    /** Says that a watch goes into digest by itself. */
    static Alert overBudget(Watch watch, int alerts, int budget, Instant until, String every, Instant now) {
        Alert notice = about(watch, "over budget until " + until, now);
        notice.setKind("NOTICE");
        notice.setReasons(List.of(Pace.BUDGET));
        notice.setHeadline(alerts + " alerts since midnight UTC, far above the " + budget
                + " a day that are expected: until " + until + " this watch speaks in digests, every " + every);
        notice.setWindowEnd(until);
        return notice;
    }

    private static Alert about(Watch watch, String subject, Instant now) {
        return Alert.newBuilder()
                .setId(AlertId.of(watch.getId(), "", subject, AlertId.NO_STEP))
                .setWatchId(watch.getId())
                .setWatchTitle(watch.getTitle())
                .setWatchVersion(watch.getVersion())
                .setQuery(watch.getQuery())
                .setSeverity(watch.getSeverity())
                .setTitle(watch.getTitle())
                .setLabels(watch.getLabels())
                .setChannels(watch.getChannels())
                .setAcceptedAt(now)
                .build();
    }

    private static String headline(int held, List<String> reasons) {
        String why = String.join(", ", reasons).toLowerCase(Locale.ROOT).replace('_', ' ');
        return held + (held == 1 ? " alert" : " alerts") + " held: " + why;
    }

    private static DigestEntry entry(Alert alert) {
        return DigestEntry.newBuilder()
                .setAlertId(alert.getId())
                .setKind(alert.getKind())
                .setHeadline(alert.getHeadline())
                .setSeverity(alert.getSeverity())
                .setArticleId(alert.getArticleId())
                .setStoryId(alert.getStoryId())
                .setUrl(alert.getUrl())
                .setSource(alert.getSource())
                .setAt(alert.getAcceptedAt())
                .build();
    }
}

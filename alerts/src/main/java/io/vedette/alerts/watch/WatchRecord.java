package io.vedette.alerts.watch;

import io.vedette.schemas.Digest;
import io.vedette.schemas.QuietHours;
import io.vedette.schemas.Throttle;
import io.vedette.schemas.Watch;
import io.vedette.schemas.WatchExample;
import io.vedette.schemas.WatchUpdates;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Between a watch as people write it and as the topic has it. */
final class WatchRecord {

    private WatchRecord() {}

    /** The record of a watch; what only the server sets is left as it is. */
    static Watch.Builder of(WatchDefinition watch) {
        WatchOptions options = watch.options();
        return Watch.newBuilder()
                .setId(watch.id())
                .setTitle(watch.title())
                .setQuery(watch.query())
                .setSeverity(watch.severity().name())
                .setLabels(options.labels())
                .setValidFrom(options.validFrom())
                .setValidUntil(options.validUntil())
                .setQuietHours(quiet(options.quietHours()))
                .setThrottle(throttle(options.throttle()))
                .setDigest(digest(options.digest()))
                .setChannels(options.channels())
                .setUpdates(updates(options))
                .setExamples(
                        options.examples().stream().map(WatchRecord::example).toList())
                .setBudget(options.budget());
    }

    /** What of it people write. */
    static WatchForm form(Watch watch) {
        return new WatchForm(
                watch.getId(),
                watch.getTitle(),
                watch.getQuery(),
                watch.getSeverity(),
                watch.getLabels(),
                text(watch.getValidFrom()),
                text(watch.getValidUntil()),
                form(watch.getQuietHours()),
                form(watch.getThrottle()),
                form(watch.getDigest()),
                watch.getChannels(),
                form(watch.getUpdates()),
                watch.getExamples().stream().map(WatchRecord::form).toList(),
                watch.getBudget());
    }

    private static WatchExample example(Example example) {
        return WatchExample.newBuilder()
                .setTitle(example.title())
                .setText(example.text())
                .setSource(example.source())
                .setUrl(example.url())
                .setLanguage(example.language())
                .setPublishedAt(example.publishedAt())
                .setAcceptedAt(example.acceptedAt())
                .setMatches(example.matches())
                .build();
    }

    private static WatchForm.Text form(WatchExample example) {
        return new WatchForm.Text(
                example.getTitle(),
                example.getText(),
                example.getSource(),
                example.getUrl(),
                example.getLanguage(),
                text(example.getPublishedAt()),
                text(example.getAcceptedAt()),
                example.getMatches());
    }

    private static @Nullable QuietHours quiet(@Nullable QuietTimes quiet) {
        return quiet == null
                ? null
                : QuietHours.newBuilder()
                        .setZone(quiet.zone().getId())
                        .setFrom(quiet.from().toString())
                        .setTo(quiet.to().toString())
                        .setDays(days(quiet.days()))
                        .build();
    }

    /** None for all. */
    private static List<String> days(Set<DayOfWeek> days) {
        return days.size() == DayOfWeek.values().length
                ? List.of()
                : days.stream().sorted().map(FormValues::shortName).toList();
    }

    private static @Nullable Throttle throttle(@Nullable Throttling throttle) {
        return throttle == null
                ? null
                : new Throttle(throttle.most(), throttle.period().toMillis());
    }

    private static @Nullable Digest digest(@Nullable DigestTimes digest) {
        if (digest == null) {
            return null;
        }
        Duration every = digest.every();
        LocalTime at = digest.at();
        return Digest.newBuilder()
                .setEveryMillis(every == null ? null : every.toMillis())
                .setAt(at == null ? null : at.toString())
                .setZone(digest.zone().getId())
                .build();
    }

    private static @Nullable WatchUpdates updates(WatchOptions options) {
        return options.updates() && options.independentTexts().isEmpty()
                ? null
                : new WatchUpdates(options.updates(), options.independentTexts());
    }

    private static WatchForm.@Nullable Quiet form(@Nullable QuietHours quiet) {
        return quiet == null
                ? null
                : new WatchForm.Quiet(quiet.getZone(), quiet.getFrom(), quiet.getTo(), quiet.getDays());
    }

    private static WatchForm.@Nullable Limit form(@Nullable Throttle throttle) {
        return throttle == null
                ? null
                : new WatchForm.Limit(
                        throttle.getMost(), FormValues.text(Duration.ofMillis(throttle.getPeriodMillis())));
    }

    private static WatchForm.@Nullable Digest form(@Nullable Digest digest) {
        if (digest == null) {
            return null;
        }
        Long every = digest.getEveryMillis();
        return new WatchForm.Digest(
                every == null ? null : FormValues.text(Duration.ofMillis(every)), digest.getAt(), digest.getZone());
    }

    private static WatchForm.@Nullable Updates form(@Nullable WatchUpdates updates) {
        return updates == null ? null : new WatchForm.Updates(updates.getEnabled(), updates.getIndependentTexts());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}

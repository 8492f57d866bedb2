package io.vedette.alerts.watch;

import io.vedette.schemas.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A watch as people write it, in YAML and in JSON alike, unchecked; what is null was not written.
 *
 * <pre>
 * id: melitopol
 * title: Melitopol
 * query: place:Melitopol
 * severity: WARNING
 * labels: [south]
 * validFrom: 2026-01-01T00:00:00Z
 * validUntil: 2027-01-01T00:00:00Z
 * quietHours: {zone: Europe/Kyiv, from: "22:00", to: "06:00", days: [SAT, SUN]}
 * throttle: {most: 5, per: 1h}
 * digest: {every: 6h}                  # or {at: "07:00", zone: Europe/Berlin}
 * channels: [desk]
 * updates: {enabled: true, independentTexts: [3, 10]}
 * examples:
 *   - {text: "They left Melitopol.", matches: true}
 *   - {title: Old, text: "They left Melitopol.", source: Example Wire, publishedAt: 2025-01-01T00:00:00Z, matches: false}
 * budget: 20
 * </pre>
 */
public record WatchForm(
        @Nullable String id,
        @Nullable String title,
        @Nullable String query,
        @Nullable String severity,
        @Nullable List<String> labels,
        @Nullable String validFrom,
        @Nullable String validUntil,
        @Nullable Quiet quietHours,
        @Nullable Limit throttle,
        @Nullable Digest digest,
        @Nullable List<String> channels,
        @Nullable Updates updates,
        @Nullable List<Text> examples,
        @Nullable Integer budget) {

    /** See {@link QuietTimes}; no zone is UTC, no days are all. */
    public record Quiet(
            @Nullable String zone,
            @Nullable String from,
            @Nullable String to,
            @Nullable List<String> days) {}

    /** See {@link Throttling}. */
    public record Limit(@Nullable Integer most, @Nullable String per) {}

    /** See {@link DigestTimes}; no zone is UTC. */
    public record Digest(
            @Nullable String every,
            @Nullable String at,
            @Nullable String zone) {}

    /** Enabled unless it says otherwise. */
    public record Updates(
            @Nullable Boolean enabled, @Nullable List<Integer> independentTexts) {}

    /** See {@link Example}; it must match unless it says otherwise. */
    public record Text(
            @Nullable String title,
            @Nullable String text,
            @Nullable String source,
            @Nullable String url,
            @Nullable String language,
            @Nullable String publishedAt,
            @Nullable String acceptedAt,
            @Nullable Boolean matches) {}

    /** What a record of the watches says. */
    public static WatchForm of(Watch watch) {
        return WatchRecord.form(watch);
    }

    /**
     * The watch, with every part in order.
     *
     * @throws IllegalArgumentException if a part is missing that must be there, or is wrong: its name, what is wrong with it
     *     and what to write
     */
    public WatchDefinition definition() {
        WatchDefinition named = WatchDefinition.of(id, title, query, severity);
        return new WatchDefinition(named.id(), named.title(), named.query(), named.severity(), options());
    }

    /** The same without what {@link #options} are not. */
    WatchOptions options() {
        return new WatchOptions(
                FormValues.names("labels", labels),
                instant("validFrom", validFrom),
                instant("validUntil", validUntil),
                quietHours == null ? null : quiet(quietHours),
                throttle == null ? null : throttling(throttle),
                digest == null ? null : digest(digest),
                FormValues.names("channels", channels),
                updates == null || updates.enabled() == null || updates.enabled(),
                updates == null ? List.of() : FormValues.steps("updates.independentTexts", updates.independentTexts()),
                examples == null
                        ? List.of()
                        : examples.stream().map(WatchForm::example).toList(),
                budget == null ? null : FormValues.atLeast("budget", budget, 1));
    }

    private static @Nullable Instant instant(String name, @Nullable String value) {
        return value == null ? null : FormValues.instant(name, value);
    }

    private static QuietTimes quiet(Quiet quiet) {
        return new QuietTimes(
                FormValues.zone("quietHours.zone", quiet.zone()),
                FormValues.time("quietHours.from", quiet.from()),
                FormValues.time("quietHours.to", quiet.to()),
                FormValues.days("quietHours.days", quiet.days()));
    }

    private static Throttling throttling(Limit limit) {
        Integer most = limit.most();
        if (most == null) {
            throw new IllegalArgumentException("throttle.most: is missing; write how many alerts a period may have");
        }
        return new Throttling(
                FormValues.atLeast("throttle.most", most, 1), FormValues.period("throttle.per", limit.per()));
    }

    private static DigestTimes digest(Digest digest) {
        if ((digest.every() == null) == (digest.at() == null)) {
            throw new IllegalArgumentException(
                    "digest: write either every, for example \"6h\", or at, for example \"07:00\"");
        }
        Duration every = digest.every() == null ? null : FormValues.period("digest.every", digest.every());
        return new DigestTimes(
                every,
                digest.at() == null ? null : FormValues.time("digest.at", digest.at()),
                FormValues.zone("digest.zone", digest.zone()));
    }

    private static Example example(Text example) {
        String text = example.text();
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("examples: one has no text; write the text of an article");
        }
        return new Example(
                example.title(),
                text,
                example.source(),
                example.url(),
                example.language(),
                instant("examples.publishedAt", example.publishedAt()),
                instant("examples.acceptedAt", example.acceptedAt()),
                example.matches() == null || example.matches());
    }
}

package io.vedette.app.doctor;

import io.vedette.runtime.config.RegistryConfig;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Whether this machine's clock goes with the brokers' and the registry's.  A broker tells no time, but it stamps heartbeats:
 * one from the future says that this clock is behind.  The registry's is the {@code Date} of any answer, to a second.
 */
final class ClockCheck implements Check {

    private static final Duration TOLERATED = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String REMEDY = "let NTP set the clocks: windows and time to alert are reckoned with them";

    private final @Nullable Admin admin;
    private final String heartbeats;
    private final RegistryConfig registry;
    private final Clock clock;

    /** @param admin null where no broker answers */
    ClockCheck(@Nullable Admin admin, String heartbeats, RegistryConfig registry, Clock clock) {
        this.admin = admin;
        this.heartbeats = heartbeats;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        broker().ifPresent(findings::add);
        registry().ifPresent(findings::add);
        if (findings.isEmpty()) {
            findings.add(Finding.unknown(
                    name(),
                    "there is nothing to compare it with",
                    "once vedette alerts runs, its heartbeats tell the broker's time"));
        }
        return findings;
    }

    private Optional<Finding> broker() throws InterruptedException {
        if (admin == null) {
            return Optional.empty();
        }
        try {
            TopicDescription topic =
                    Visible.of(admin, List.of(heartbeats), false).topics().get(heartbeats);
            if (topic == null) {
                return Optional.empty();
            }
            Map<TopicPartition, OffsetSpec> newest = new HashMap<>();
            topic.partitions()
                    .forEach(p -> newest.put(new TopicPartition(heartbeats, p.partition()), OffsetSpec.maxTimestamp()));
            long latest = admin.listOffsets(newest).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::timestamp)
                    .max()
                    .orElse(-1);
            if (latest < 0) {
                return Optional.empty();
            }
            Duration ahead = Duration.between(clock.instant(), Instant.ofEpochMilli(latest));
            return Optional.of(
                    ahead.compareTo(TOLERATED) > 0
                            ? Finding.wrong(
                                    name(),
                                    "the broker has stamped a heartbeat " + seconds(ahead)
                                            + " s after what is now here",
                                    REMEDY)
                            : Finding.ok(
                                    name(), "the broker's newest heartbeat is " + seconds(ahead.negated()) + " s old"));
        } catch (ExecutionException e) {
            return Optional.empty();
        }
    }

    /** Also an answer that refuses has a date; one over TLS that this JVM does not trust is not asked for. */
    private Optional<Finding> registry() throws InterruptedException {
        String url = registry.url().split(",", 2)[0].strip();
        if (!url.startsWith("http")) {
            return Optional.empty();
        }
        try {
            URI written = URI.create(url);
            URI asked = new URI(written.getScheme(), null, written.getHost(), written.getPort(), "/", null, null);
            Instant before = clock.instant();
            Optional<String> date = HttpClient.newBuilder()
                    .connectTimeout(TIMEOUT)
                    .build()
                    .send(HttpRequest.newBuilder(asked).timeout(TIMEOUT).build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("Date");
            if (date.isEmpty()) {
                return Optional.empty();
            }
            Instant there = ZonedDateTime.parse(date.get(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(compare(before, clock.instant(), there));
        } catch (IOException | URISyntaxException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** It was asked and answered between two moments of this clock, and gives whole seconds. */
    private Finding compare(Instant before, Instant after, Instant there) {
        Duration behind = Duration.between(there.plusSeconds(1), before);
        Duration ahead = Duration.between(after, there);
        boolean isAhead = ahead.compareTo(behind) > 0;
        Duration off = isAhead ? ahead : behind;
        return off.compareTo(TOLERATED) > 0
                ? Finding.warning(
                        name(),
                        "the registry's clock is " + seconds(off) + " s " + (isAhead ? "ahead" : "behind"),
                        REMEDY)
                : Finding.ok(name(), "the registry's clock says the same as this one");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}

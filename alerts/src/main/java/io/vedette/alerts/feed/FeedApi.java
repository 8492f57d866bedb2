package io.vedette.alerts.feed;

import com.rometools.rome.io.FeedException;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.api.WatchTenancy;
import io.vedette.alerts.view.AlertHit;
import io.vedette.alerts.view.Filter;
import io.vedette.alerts.view.Found;
import io.vedette.alerts.view.Order;
import io.vedette.alerts.view.View;
import io.vedette.alerts.view.ViewFields;
import io.vedette.alerts.view.Walk;
import io.vedette.runtime.config.ApiConfig;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.EntityTags;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.schemas.Watch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The newest alerts of a watch as Atom (RFC 4287) and RSS 2.0, from the view: the same on every instance and after a restart.
 *
 * <p>Readers ask again and again, so there are entity tags, and {@code Last-Modified} for those who know nothing else.  That
 * one has whole seconds only, so it is told once nothing more can be expected of its second.
 */
public final class FeedApi implements Routes {

    private static final int TAG_BYTES = 16;
    private static final Duration SETTLED = Duration.ofMinutes(1);
    /** IMF-fixdate (RFC 9110, 5.6.7). */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final View view;
    private final Function<String, Optional<Watch>> watches;
    private final ApiConfig limits;
    private final Clock clock;

    /**
     * @param watches finds the watch of an id
     * @param clock says whether the newest alert is an old one
     */
    public FeedApi(View view, Function<String, Optional<Watch>> watches, ApiConfig limits, Clock clock) {
        this.view = view;
        this.watches = watches;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                endpoint(FeedFormat.ATOM, "The newest alerts of a watch as Atom."),
                endpoint(FeedFormat.RSS, "The newest alerts of a watch as RSS 2.0."));
    }

    private Endpoint endpoint(FeedFormat format, String summary) {
        return Endpoint.get("/api/watches/{id}/" + format.file(), summary, ctx -> answer(ctx, format))
                .forTenants()
                .header("If-None-Match", "ETag of the feed that is known; if it is still that, 304.")
                .header("If-Modified-Since", "Last-Modified of the feed that is known; counts where there is no tag.")
                .answers(HttpStatus.OK, "The feed, with an ETag.", List.of(format.mediaType()), Shape.TEXT)
                .answers(HttpStatus.NOT_MODIFIED, "There is nothing new.");
    }

    private void answer(Context ctx, FeedFormat format) throws FeedException {
        String id = WatchTenancy.id(ctx);
        Watch watch = watches.apply(id).orElse(null);
        List<AlertHit> alerts = newest(id);
        if (watch == null && alerts.isEmpty()) {
            throw new Problem(HttpStatus.NOT_FOUND, "there is no watch " + id);
        }
        String feed = new FeedDocument(id, title(id, watch, alerts), ctx.url()).write(format, alerts);
        String tag = tag(feed);
        // the server forbids to store what it answers; a feed may be stored, to be asked for again with its tag
        ctx.header("ETag", tag).header("Cache-Control", "private, no-cache");
        Instant modified = alerts.isEmpty() ? null : modified(alerts.get(0));
        if (modified != null) {
            ctx.header("Last-Modified", HTTP_DATE.format(modified));
        }
        if (isKnown(ctx, tag, modified)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            ctx.contentType(format.mediaType() + "; charset=utf-8").result(feed);
        }
    }

    private static boolean isKnown(Context ctx, String tag, @Nullable Instant modified) {
        String known = ctx.header("If-None-Match");
        if (known != null) {
            return EntityTags.isAmong(known, tag);
        }
        String since = ctx.header("If-Modified-Since");
        try {
            return since != null && modified != null && !modified.isAfter(HTTP_DATE.parse(since, Instant::from));
        } catch (DateTimeParseException e) {
            return false; // as RFC 9110, 13.1.3, has it
        }
    }

    private @Nullable Instant modified(AlertHit newest) {
        Instant second = newest.raisedAt().truncatedTo(ChronoUnit.SECONDS);
        return second.plus(SETTLED).isBefore(clock.instant()) ? second : null;
    }

    private List<AlertHit> newest(String watchId) {
        int most = limits.feedEntries();
        Filter filter = Filter.ALL.with(ViewFields.WATCH, Set.of(watchId));
        Found.Stretch stretch = new Found.Stretch(Order.NEWEST, null, false, most, limits.timeLimit());
        List<AlertHit> alerts = new ArrayList<>();
        try (Found found = view.found()) {
            Walk<AlertHit> hits = found.alerts(filter, stretch);
            while (alerts.size() < most && hits.hasNext()) {
                alerts.add(hits.next());
            }
        }
        return alerts;
    }

    private static String title(String id, @Nullable Watch watch, List<AlertHit> alerts) {
        String title = watch != null ? watch.getTitle() : alerts.get(0).alert().getWatchTitle();
        return title.isBlank() ? id : title;
    }

    private static String tag(String feed) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(feed.getBytes(StandardCharsets.UTF_8));
            return "\"" + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

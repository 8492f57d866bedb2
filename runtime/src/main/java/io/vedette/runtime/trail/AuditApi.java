package io.vedette.runtime.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.runtime.access.Scope;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Parameters;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import io.vedette.runtime.streams.Trouble;
import io.vedette.runtime.trail.AuditTrail.Page;
import io.vedette.runtime.trail.AuditTrail.Start;
import io.vedette.schemas.AuditEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The audit log over HTTP, for callers with the scope admin: who changed what, and who was refused, the oldest first. */
final class AuditApi implements Routes {

    private static final int PAGE = 100;
    private static final int LONGEST_PAGE = 1_000;
    private static final Duration USUAL = Duration.ofDays(1);

    private final AuditTrail trail;
    private final Semaphore readers;
    private final Clock clock;

    /** An entry as it is told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            @Nullable Instant at,
            String who,
            String callerId,
            String from,
            String method,
            String path,
            String route,
            int status,
            @Nullable String versionBefore,
            @Nullable String versionAfter,
            String instance,
            String tenant) {

        static EntryView of(AuditEntry entry) {
            return new EntryView(
                    entry.getAt(),
                    entry.getWho(),
                    entry.getCallerId(),
                    entry.getFrom(),
                    entry.getMethod(),
                    entry.getPath(),
                    entry.getRoute(),
                    entry.getStatus(),
                    entry.getVersionBefore(),
                    entry.getVersionAfter(),
                    entry.getInstance(),
                    entry.getTenant());
        }
    }

    /**
     * Some entries.
     *
     * @param next where the next page begins; there now, or once something more was done
     * @param more whether there is something on it
     */
    record PageView(List<EntryView> items, String next, boolean more) {}

    /**
     * @param readers how many may read at a time
     * @param clock says when now is, for times such as {@code -7d}
     */
    AuditApi(AuditTrail trail, int readers, Clock clock) {
        this.trail = trail;
        this.readers = new Semaphore(readers);
        this.clock = clock;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/api/audit", "Who changed what, and who was refused.", this::list)
                .needs(Scope.ADMIN)
                .forTenants()
                .query(
                        "since",
                        "First moment: 2026-11-23T06:00:00Z, a day in UTC, or -7d; -1d if not given.",
                        Shape.TEXT)
                .query("who", "The name of a key or person, or what it begins with; or the id of a caller.", Shape.TEXT)
                .query("what", "A part of method and path: DELETE /api/watches.", Shape.TEXT)
                .query("tenant", "Only what this tenant did; one that asks is told of itself alone anyway.", Shape.TEXT)
                .query("refused", "Whether it was answered 401, 403 or 429.", Shape.TRUTH)
                .query("limit", "Length of a page; 100 if not given.", Shape.WHOLE_NUMBER)
                .query(
                        "cursor",
                        "Where the page begins: next of the page before.  Then since does not count.",
                        Shape.TEXT)
                .answers(HttpStatus.OK, "A page, the oldest first.", Shape.of(PageView.class)));
    }

    private void list(Context ctx) {
        Predicate<AuditEntry> wanted = wanted(ctx);
        int limit = Parameters.number(ctx, "limit", PAGE, 1, LONGEST_PAGE);
        Page page = read(start(ctx), wanted, limit);
        ctx.json(new PageView(
                page.entries().stream().map(EntryView::of).toList(), Long.toString(page.next()), page.more()));
    }

    private Page read(Start start, Predicate<AuditEntry> wanted, int limit) {
        if (!readers.tryAcquire()) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "as many read the audit log as http.audit.readers permits; try again in a moment");
        }
        try {
            return trail.read(start, wanted, limit);
        } catch (RuntimeException e) {
            if (!Trouble.ofSurroundings(e)) {
                throw e;
            }
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE, "the audit log can't be read now: " + Trouble.describe(e));
        } finally {
            readers.release();
        }
    }

    private Start start(Context ctx) {
        String cursor = Parameters.text(ctx, "cursor");
        if (cursor == null) {
            Instant now = clock.instant();
            Instant since = Parameters.time(ctx, "since", now);
            return new Start(null, since == null ? now.minus(USUAL) : since);
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw Parameters.wrong("cursor", "is \"" + cursor + "\"; give next of the page before");
        }
        return new Start(Long.valueOf(cursor), null);
    }

    private static Predicate<AuditEntry> wanted(Context ctx) {
        String who = lower(Parameters.text(ctx, "who"));
        String what = lower(Parameters.text(ctx, "what"));
        String tenant = Parameters.text(ctx, "tenant");
        Boolean refused = Parameters.truth(ctx, "refused");
        Tenant own = Callers.tenant(ctx);
        return entry -> (own.isHouse() || own.name().equals(entry.getTenant()))
                && (tenant == null || tenant.equals(entry.getTenant()))
                && (who == null
                        || entry.getWho().toLowerCase(Locale.ROOT).startsWith(who)
                        || entry.getCallerId().toLowerCase(Locale.ROOT).equals(who))
                && (what == null
                        || (entry.getMethod() + " " + entry.getPath())
                                .toLowerCase(Locale.ROOT)
                                .contains(what))
                && (refused == null || refused == isRefusal(entry.getStatus()));
    }

    private static boolean isRefusal(int status) {
        return status == 401 || status == 403 || status == 429;
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}

package io.vedette.runtime.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.security.RouteRole;
import io.vedette.runtime.access.Caller;
import io.vedette.runtime.access.Scope;
import io.vedette.runtime.audit.Audit;
import io.vedette.runtime.config.AuditConfig;
import io.vedette.schemas.AuditEntry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes down changes, whether they could be made or not, and what was refused at the gate. */
final class Auditing {

    private static final int LONGEST_PATH = 500;

    private final Audit audit;
    private final AuditConfig config;
    private final Clock clock;
    private final Supplier<String> instance;

    /** @param instance host and port of this server, once it listens */
    Auditing(Audit audit, AuditConfig config, Clock clock, Supplier<String> instance) {
        this.audit = audit;
        this.config = config;
        this.clock = clock;
        this.instance = instance;
    }

    /** Is called once a request was answered. */
    void answered(Context ctx, Float millis) {
        if (config.enabled() && (Gate.wasRefused(ctx) || isChange(ctx))) {
            audit.record(entry(ctx));
        }
    }

    private boolean isChange(Context ctx) {
        Set<RouteRole> scopes = ctx.routeRoles();
        boolean admitted = ctx.statusCode() != HttpStatus.TOO_MANY_REQUESTS.getCode()
                && !Callers.of(ctx).equals(Caller.NOBODY);
        return admitted
                && !ctx.method().equals(HandlerType.GET)
                && !ctx.method().equals(HandlerType.HEAD)
                && (scopes.contains(Scope.WRITE)
                        || scopes.contains(Scope.ADMIN)
                        || (config.ingest() && scopes.contains(Scope.INGEST)));
    }

    private AuditEntry entry(Context ctx) {
        String who = Callers.who(ctx);
        boolean done = ctx.statusCode() / 100 == 2;
        return AuditEntry.newBuilder()
                .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setWho(who == null ? "" : who)
                .setCallerId(Callers.of(ctx).id())
                .setFrom(Callers.address(ctx))
                .setMethod(ctx.method().name())
                .setPath(shortened(ctx.path()))
                .setRoute(ctx.endpoint().path)
                .setStatus(ctx.statusCode())
                .setVersionBefore(Callers.versionBefore(ctx))
                .setVersionAfter(done ? entityTag(ctx) : null)
                .setInstance(instance.get())
                .setTenant(Callers.tenant(ctx).name())
                .build();
    }

    private static @Nullable String entityTag(Context ctx) {
        return ctx.res().getHeader("ETag");
    }

    private static String shortened(String path) {
        return path.substring(0, Math.min(LONGEST_PATH, path.length()));
    }
}

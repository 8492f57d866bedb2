package io.vedette.runtime.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.runtime.access.Authentication;
import io.vedette.runtime.access.Caller;
import io.vedette.runtime.access.CallerLimits;
import io.vedette.runtime.access.Scope;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.config.HttpConfig;
import io.vedette.runtime.metrics.MetricNames;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before it is answered: who is it, may they, and not too often.  A route without a scope is answered
 * to nobody, so that none is forgotten.
 */
final class Gate {

    private static final String REFUSED = "vedette.refused";
    private static final Set<RouteRole> OPEN = Set.of(Anybody.ANYBODY);

    private final Authentication authentication;
    private final CallerLimits limits;
    private final MeterRegistry meters;

    Gate(HttpConfig config, Authentication authentication, MeterRegistry meters) {
        this.authentication = authentication;
        this.limits = new CallerLimits(config.limits());
        this.meters = meters;
    }

    void addTo(RoutesConfig routes) {
        routes.beforeMatched(this::admit);
    }

    /** Whether the request was refused at the gate, and is one of those that are written down. */
    static boolean wasRefused(Context ctx) {
        return Boolean.TRUE.equals(ctx.attribute(REFUSED));
    }

    /** What the roles of a route ask for, for people. */
    static String words(@Nullable Roles roles) {
        Set<RouteRole> needed = roles == null ? Set.of() : roles.getRoles();
        return needed.equals(OPEN)
                ? "open"
                : scopes(needed).stream().map(Scope::word).findFirst().orElse("nobody");
    }

    private void admit(Context ctx) {
        Set<RouteRole> needed = ctx.routeRoles();
        if (needed.equals(OPEN)) {
            Callers.set(ctx, caller(ctx));
            return;
        }
        Caller caller = caller(ctx);
        if (caller.equals(Caller.NOBODY)) {
            throw unauthorized(ctx);
        }
        Callers.set(ctx, caller);
        if (!caller.tenant().isHouse() && !needed.contains(Reach.TENANTS)) {
            throw ofTheHouse(ctx);
        }
        List<Scope> scopes = scopes(needed);
        if (scopes.isEmpty() || !scopes.stream().allMatch(caller::may)) {
            throw forbidden(ctx, scopes);
        }
        keepWithinLimits(ctx, caller.isKnown() ? caller.id() : Callers.address(ctx), caller.tenant());
    }

    private static List<Scope> scopes(Set<RouteRole> roles) {
        return roles.stream()
                .filter(Scope.class::isInstance)
                .map(Scope.class::cast)
                .toList();
    }

    private Caller caller(Context ctx) {
        return authentication
                .caller(ctx.header("Authorization"), ctx.header("X-Api-Key"))
                .orElse(Caller.NOBODY);
    }

    private void keepWithinLimits(Context ctx, String who, Tenant tenant) {
        OptionalLong all = limits.request(tenant);
        if (all.isPresent()) {
            count("tenant");
            throw tooMany(
                    ctx,
                    all.getAsLong(),
                    "your tenant sends more requests than http.limits.tenantRequestsPerSecond; send fewer");
        }
        OptionalLong wait = limits.request(who);
        if (wait.isPresent()) {
            count("rate");
            throw tooMany(ctx, wait.getAsLong(), "more requests than http.limits.requestsPerSecond; send fewer");
        }
        if (!limits.begin(who)) {
            count("concurrent");
            throw tooMany(
                    ctx,
                    1,
                    "more requests at a time than http.limits.concurrentRequests; wait for the others to be answered");
        }
        if (!limits.begin(tenant)) {
            limits.end(who);
            count("tenant");
            throw tooMany(
                    ctx,
                    1,
                    "your tenant has more requests at a time than http.limits.tenantConcurrentRequests; wait for the"
                            + " others to be answered");
        }
        Request.addCompletionListener(ServletContextRequest.getServletContextRequest(ctx.req()), failure -> {
            limits.end(who);
            limits.end(tenant);
        });
    }

    private Problem unauthorized(Context ctx) {
        bound(ctx, "unauthenticated");
        ctx.header("WWW-Authenticate", "Bearer realm=\"vedette\"");
        return new Problem(
                HttpStatus.UNAUTHORIZED,
                "send a key or token that is known, as Authorization: Bearer KEY or X-Api-Key: KEY;"
                        + " vedette key create makes keys");
    }

    private Problem ofTheHouse(Context ctx) {
        bound(ctx, "forbidden");
        return new Problem(
                HttpStatus.FORBIDDEN,
                "the key or token is a tenant's, and this is for whoever runs Vedette only; ask them for it");
    }

    private Problem forbidden(Context ctx, List<Scope> needed) {
        bound(ctx, "forbidden");
        String scope = needed.stream().map(Scope::word).findFirst().orElse("that nobody has");
        return new Problem(
                        HttpStatus.FORBIDDEN,
                        "the key or token is known, but it has not the scope " + scope
                                + "; ask whoever runs Vedette for one that has")
                .with("scope", scope);
    }

    /** An address that is refused again and again learns nothing more, and fills no log. */
    private void bound(Context ctx, String reason) {
        count(reason);
        OptionalLong wait = limits.refusal(Callers.address(ctx));
        if (wait.isPresent()) {
            throw tooMany(
                    ctx, wait.getAsLong(), "more refused requests than http.limits.refusalsPerMinute; try again later");
        }
        ctx.attribute(REFUSED, true);
    }

    private void count(String reason) {
        meters.counter(MetricNames.HTTP_REFUSED, "reason", reason).increment();
    }

    private static Problem tooMany(Context ctx, long seconds, String detail) {
        ctx.header("Retry-After", Long.toString(seconds));
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, detail);
    }
}

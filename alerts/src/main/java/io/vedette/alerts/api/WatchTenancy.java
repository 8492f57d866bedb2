package io.vedette.alerts.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.alerts.watch.WatchDefinition;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.access.Tenant;
import io.vedette.runtime.config.ChannelConfig;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.Problem;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What tenants may do with watches: with their own ones whatever their scopes allow, up to a number of them, and telling nobody
 * but their own channels.  Of the watches of others they learn nothing: those are not there for them.  Thread-safe.
 */
public final class WatchTenancy {

    private final Supplier<Watches> watches;
    private final int most;
    private final List<ChannelConfig> channels;

    /**
     * @param most how many watches a tenant may have
     * @param channels all that are configured
     */
    public WatchTenancy(Supplier<Watches> watches, int most, List<ChannelConfig> channels) {
        this.watches = watches;
        this.most = most;
        this.channels = List.copyOf(channels);
    }

    /**
     * The id of the watch that a request is about, in full.
     *
     * @throws Problem 404 if it is another tenant's or the house's, whether there is such a watch or not
     */
    public static String id(Context ctx) {
        String given = ctx.pathParam("id");
        String id = Callers.tenant(ctx).watchId(given);
        if (!Callers.tenant(ctx).owns(id)) {
            throw new Problem(HttpStatus.NOT_FOUND, "there is no watch " + given);
        }
        return id;
    }

    /**
     * The id in full that a body gives.
     *
     * @throws Problem 400 if it begins with the name of another tenant
     */
    public static @Nullable String id(Context ctx, @Nullable String given) {
        if (given == null) {
            return null;
        }
        Tenant tenant = Callers.tenant(ctx);
        String id = tenant.watchId(given);
        if (!tenant.owns(id)) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "id: \"" + given + "\" does not begin with " + tenant.prefix()
                            + "; leave out what stands before the colon");
        }
        return id;
    }

    /** What a change has to have alone: its watch, or all of its tenant's, so that they can be counted. */
    static String lock(String id) {
        Tenant owner = Tenant.ofWatch(id);
        return owner.isHouse() ? id : owner.prefix();
    }

    /** @throws Problem 409 if that would be one more than a tenant may have; an instance counts those that it knows of */
    void checkCount(Context ctx, String id) {
        Tenant tenant = Callers.tenant(ctx);
        if (tenant.isHouse() || watches.get().get(id).isPresent()) {
            return;
        }
        long count = watches.get().all().stream()
                .map(watch -> watch.watch().getId())
                .filter(tenant::owns)
                .count();
        if (count >= most) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "there are " + count + " watches of " + tenant.name() + ", and no more than " + most
                            + " (alerts.api.tenantWatches) may be; delete one that you need no more");
        }
    }

    /** @throws Problem 400 if a tenant's watch names a channel that is not its own, whether there is one of that name or not */
    void checkChannels(Context ctx, WatchDefinition watch) {
        Tenant tenant = Callers.tenant(ctx);
        if (tenant.isHouse()) {
            return;
        }
        List<String> own = channels.stream()
                .filter(channel -> tenant.name().equals(channel.tenant()))
                .map(ChannelConfig::name)
                .toList();
        for (String channel : watch.options().channels()) {
            if (!own.contains(channel)) {
                throw new Problem(
                                HttpStatus.BAD_REQUEST,
                                "channels: there is no channel \"" + channel + "\"; "
                                        + (own.isEmpty() ? "there is none" : "there are " + String.join(", ", own)))
                        .with("field", "channels");
            }
        }
    }
}

package io.vedette.runtime.http;

import io.javalin.http.Context;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.ProxiesConfig;
import io.vedette.runtime.net.TrustedProxies;
import java.util.Collections;
import java.util.List;

/** Notes where each request came from: who is connected, or whom trusted proxies name. */
final class ClientAddresses {

    private final TrustedProxies proxies;
    private final String header;

    /** @throws StartupException if a proxy is given that is neither an address nor a range */
    ClientAddresses(ProxiesConfig config) {
        try {
            this.proxies = new TrustedProxies(config.trusted());
        } catch (IllegalArgumentException e) {
            throw new StartupException(ExitCode.USAGE, "http.proxies.trusted: " + e.getMessage(), e);
        }
        this.header = config.header();
    }

    void note(Context ctx) {
        if (!proxies.areNone()) {
            List<String> values = Collections.list(ctx.req().getHeaders(header));
            Callers.cameFrom(
                    ctx,
                    header.equalsIgnoreCase("Forwarded")
                            ? proxies.byForwarded(ctx.ip(), values)
                            : proxies.byForwardedFor(ctx.ip(), values));
        }
    }
}

package io.vedette.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The page at every address that a view has, so that each can be shared and reopened, and what the page loads below {@code
 * /console/}.  The page holds no data: what it shows it asks the API for, with the key of whoever looks at it.
 */
final class ConsolePages implements Routes {

    /** Addresses of views; each may have the id of what it shows behind it. */
    static final List<String> VIEWS =
            List.of("/alerts", "/articles", "/map", "/trends", "/watches", "/brief", "/search", "/sources", "/system");

    private static final String PAGE = "index.html";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'; trusted-types vedette";

    private final Assets assets = new Assets();

    @Override
    public List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(Endpoint.page("/", this::page));
        for (String view : VIEWS) {
            endpoints.add(Endpoint.page(view, this::page));
            endpoints.add(Endpoint.page(view + "/{id}", this::page));
        }
        endpoints.add(Endpoint.page("/console/{file}", ctx -> answer(ctx, ctx.pathParam("file"))));
        return endpoints;
    }

    private void page(Context ctx) {
        answer(ctx, PAGE);
    }

    private void answer(Context ctx, String name) {
        Optional<Asset> found = assets.find(name);
        if (found.isEmpty()) {
            throw new Problem(HttpStatus.NOT_FOUND, "the console has no file " + name + "; reload the page");
        }
        Asset asset = found.get();
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cache-Control", asset.cacheControl());
        ctx.header("ETag", asset.entityTag());
        if (asset.entityTag().equals(ctx.header("If-None-Match"))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            ctx.contentType(asset.contentType()).result(asset.content());
        }
    }
}

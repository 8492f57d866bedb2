package io.vedette.runtime.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what handlers throw, and what nothing answers, into problems. */
final class Problems {
    private static final Logger LOGGER = LoggerFactory.getLogger(HttpServer.class);

    private Problems() {}

    static void addTo(RoutesConfig routes) {
        routes.exception(Problem.class, Problem::answer);
        routes.exception(HttpResponseException.class, Problems::ofJavalin);
        routes.exception(JsonProcessingException.class, Problems::malformed);
        routes.exception(Exception.class, Problems::unexpected);
    }

    private static void ofJavalin(HttpResponseException thrown, Context ctx) {
        HttpStatus status = HttpStatus.forStatus(thrown.getStatus());
        String detail = thrown.getMessage();
        if (status == HttpStatus.NOT_FOUND) {
            detail = "there is nothing at " + ctx.method() + " " + ctx.path();
        } else if (status == HttpStatus.CONTENT_TOO_LARGE) {
            detail = "the request is larger than http.maxRequestBytes; send less at a time";
        }
        new Problem(status, detail).answer(ctx);
    }

    private static void malformed(JsonProcessingException thrown, Context ctx) {
        JsonLocation where = thrown.getLocation();
        String problem = thrown.getOriginalMessage().lines().findFirst().orElse("");
        Problem answer = new Problem(HttpStatus.BAD_REQUEST, "the body is not the JSON that is expected: " + problem);
        if (where != null) {
            answer.with("line", where.getLineNr()).with("column", where.getColumnNr());
        }
        answer.answer(ctx);
    }

    private static void unexpected(Exception thrown, Context ctx) {
        LOGGER.atError()
                .addKeyValue("method", ctx.method())
                .addKeyValue("path", ctx.path())
                .setCause(thrown)
                .log("request failed");
        new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "the server failed; its log says why").answer(ctx);
    }
}

package io.vedette.alerts.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.EntityTags;
import io.vedette.runtime.http.Problem;
import io.vedette.schemas.Watch;
import java.time.Instant;
import java.util.Optional;

/**
 * Which version of a watch somebody has seen, as an entity tag (RFC 9110), so that of two who edit one watch the second is
 * told.  A watch that was deleted and written again begins at version 1, so its time is a part of the tag.
 */
final class WatchTag {

    private WatchTag() {}

    static String of(Watch watch) {
        Instant at = watch.getUpdatedAt();
        return "\"" + watch.getVersion() + "-" + Long.toHexString(at == null ? 0 : at.toEpochMilli()) + "\"";
    }

    /**
     * Checks what the request says of the version that it changes.
     *
     * @param known the watch as it is; empty if there is none
     * @param required whether it must say something, unless there is no watch yet
     * @throws Problem 412 if it is another version, 428 if nothing is said
     */
    static void check(Context ctx, Optional<Watch> known, boolean required) {
        String match = ctx.header("If-Match");
        String none = ctx.header("If-None-Match");
        String tag = known.map(WatchTag::of).orElse(null);
        if (tag != null) {
            Callers.changes(ctx, tag);
        }
        if (match != null && (tag == null || !EntityTags.isAmong(match, tag))) {
            throw tag == null
                    ? new Problem(HttpStatus.PRECONDITION_FAILED, "the watch is gone; somebody has deleted it")
                    : new Problem(
                                    HttpStatus.PRECONDITION_FAILED,
                                    "somebody has changed the watch since you read it; read it again and make your"
                                            + " change there")
                            .with("etag", tag);
        }
        if (none != null && tag != null && EntityTags.isAmong(none, tag)) {
            throw new Problem(HttpStatus.PRECONDITION_FAILED, "there is such a watch already").with("etag", tag);
        }
        if (required && match == null && tag != null) {
            throw new Problem(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "say in If-Match which version you change, with the ETag that GET gave you");
        }
    }
}

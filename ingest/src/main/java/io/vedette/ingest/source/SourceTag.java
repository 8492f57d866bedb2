package io.vedette.ingest.source;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.runtime.http.Callers;
import io.vedette.runtime.http.EntityTags;
import io.vedette.runtime.http.Problem;
import io.vedette.schemas.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a source somebody has seen, as an entity tag (RFC 9110), so that of two who change one source the second
 * is told.  A source that was deleted and written again begins at version 1, so its time is a part of the tag.
 */
final class SourceTag {

    private SourceTag() {}

    static String of(Source source) {
        Instant at = source.getUpdatedAt();
        return "\"" + source.getVersion() + "-" + Long.toHexString(at == null ? 0 : at.toEpochMilli()) + "\"";
    }

    /**
     * Checks what the request says of the version that it changes.
     *
     * @param known the source as it is; null if there is none
     * @param required whether it must say something, unless there is no source yet
     * @throws Problem 412 if it is another version, 428 if nothing is said
     */
    static void check(Context ctx, @Nullable Source known, boolean required) {
        String match = ctx.header("If-Match");
        if (known == null) {
            if (match != null) {
                throw new Problem(
                        HttpStatus.PRECONDITION_FAILED, "there is no such source, or somebody has deleted it");
            }
            return;
        }
        String tag = of(known);
        Callers.changes(ctx, tag);
        if (match != null && !EntityTags.isAmong(match, tag)) {
            throw new Problem(
                            HttpStatus.PRECONDITION_FAILED,
                            "somebody has changed the source since you read it; read it again and make your change"
                                    + " there")
                    .with("etag", tag);
        }
        if (EntityTags.isAmong(ctx.header("If-None-Match"), tag)) {
            throw new Problem(HttpStatus.PRECONDITION_FAILED, "there is such a source already").with("etag", tag);
        }
        if (required && match == null) {
            throw new Problem(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "say in If-Match which version you change, with the ETag that GET gave you");
        }
    }
}

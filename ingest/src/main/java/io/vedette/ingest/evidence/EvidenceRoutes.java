package io.vedette.ingest.evidence;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vedette.runtime.http.Endpoint;
import io.vedette.runtime.http.Problem;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.http.Shape;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /api/evidence/{file}/{offset}}: gives what was kept as a file to be saved, never as a page: it may hold
 * anything.
 */
public final class EvidenceRoutes implements Routes {

    private final EvidenceFolder folder;

    /** Reads one kind of evidence. */
    @FunctionalInterface
    private interface Reader {
        Optional<byte[]> read(String file, long offset) throws IOException;
    }

    public EvidenceRoutes(EvidenceFolder folder) {
        this.folder = folder;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                                "/api/evidence/{file}/{offset}",
                                "The record of a kept answer, as a web archive",
                                this::record)
                        .answers(
                                HttpStatus.OK,
                                "A web archive (WARC) with one record, packed",
                                List.of("application/warc"),
                                Shape.TEXT)
                        .answers(HttpStatus.NOT_FOUND, "Nothing is kept there by this instance"),
                Endpoint.get("/api/evidence/{file}/{offset}/body", "The body of a kept answer, as it came", this::body)
                        .answers(HttpStatus.OK, "The bytes", List.of("application/octet-stream"), Shape.TEXT)
                        .answers(HttpStatus.NOT_FOUND, "Nothing is kept there by this instance"));
    }

    private void record(Context ctx) throws IOException {
        answer(ctx, folder::record, "application/warc", EvidenceStore.SUFFIX);
    }

    private void body(Context ctx) throws IOException {
        answer(ctx, folder::body, "application/octet-stream", ".bin");
    }

    private static void answer(Context ctx, Reader reader, String type, String suffix) throws IOException {
        String file = ctx.pathParam("file");
        long offset = offset(ctx.pathParam("offset"));
        byte[] bytes = reader.read(file, offset)
                .orElseThrow(
                        () -> new Problem(
                                HttpStatus.NOT_FOUND,
                                "no answer is kept in " + file + " at byte " + offset
                                        + " of this instance's folder; ask the instance that fetched it, or read the file yourself"));
        ctx.contentType(type)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + file.replace(EvidenceStore.SUFFIX, "") + "-" + offset + suffix
                                + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .result(bytes);
    }

    private static long offset(String text) {
        if (!text.matches("\\d{1,15}")) {
            throw new Problem(HttpStatus.BAD_REQUEST, "offset is \"" + text + "\"; give a number of bytes");
        }
        return Long.parseLong(text);
    }
}

package io.vedette.ingest.web;

import io.vedette.ingest.web.WebException.Kind;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Undoes {@code Content-Encoding} (RFC 9110, 8.4): gzip and deflate, also several; stops at the limit. */
final class Unpacking {

    /** What to ask for. */
    static final String ACCEPTED = "gzip, deflate";

    private static final int MOST_LAYERS = 3;
    private static final int ZLIB = 8;

    private Unpacking() {}

    /**
     * @param encodings value of the header, or null
     * @param limit the most bytes
     * @param cut whether what is beyond the limit is left out, rather than refused
     */
    static byte[] unpack(byte[] packed, @Nullable String encodings, int limit, boolean cut) throws WebException {
        List<String> layers = layers(encodings);
        if (layers.isEmpty() || packed.length == 0) {
            return packed;
        }
        if (layers.size() > MOST_LAYERS) {
            throw new WebException(Kind.BROKEN, "it is packed more than " + MOST_LAYERS + " times");
        }
        byte[] body = packed;
        for (int i = layers.size() - 1; i >= 0; i--) {
            body = layer(body, layers.get(i), limit, cut);
        }
        return body;
    }

    private static byte[] layer(byte[] packed, String encoding, int limit, boolean cut) throws WebException {
        try (InputStream in = open(packed, encoding)) {
            byte[] body = in.readNBytes(limit);
            if (!cut && body.length == limit && in.read() >= 0) {
                throw new WebException(Kind.TOO_LARGE, "unpacked it is larger than " + limit + " bytes");
            }
            return body;
        } catch (ZipException | EOFException e) {
            throw new WebException(Kind.BROKEN, "it says that it is packed as " + encoding + " and is not", null, e);
        } catch (IOException e) {
            throw new WebException(Kind.BROKEN, "it can't be unpacked: " + e.getMessage(), null, e);
        }
    }

    private static InputStream open(byte[] packed, String encoding) throws IOException {
        InputStream in = new ByteArrayInputStream(packed);
        return switch (encoding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(in);
            // should be zlib's format, is often without its header
            case "deflate" ->
                isZlib(packed) ? new InflaterInputStream(in) : new InflaterInputStream(in, new Inflater(true));
            default -> throw new ZipException("unknown");
        };
    }

    /** RFC 1950, 2.2. */
    private static boolean isZlib(byte[] packed) {
        return packed.length > 1
                && (packed[0] & 0x0f) == ZLIB
                && ((packed[0] & 0xff) << 8 | packed[1] & 0xff) % 31 == 0;
    }

    private static List<String> layers(@Nullable String encodings) {
        List<String> layers = new ArrayList<>();
        for (String one : encodings == null ? new String[0] : encodings.split(",", 100)) {
            String layer = one.strip().toLowerCase(Locale.ROOT);
            // what some servers say of bytes that are not packed at all
            if (!layer.isEmpty() && !layer.equals("identity") && !layer.equals("none") && !layer.startsWith("utf")) {
                layers.add(layer);
            }
        }
        return layers;
    }
}

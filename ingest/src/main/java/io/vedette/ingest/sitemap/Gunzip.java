package io.vedette.ingest.sitemap;

import io.vedette.ingest.item.UnreadableListException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Sitemaps that are packed as files, which no header says; a bomb is noticed at the limit. */
final class Gunzip {

    private Gunzip() {}

    static byte[] unpack(byte[] document, int limit) throws UnreadableListException {
        boolean packed = document.length > 2 && (document[0] & 0xff) == 0x1f && (document[1] & 0xff) == 0x8b;
        if (!packed) {
            return document;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(document))) {
            byte[] unpacked = in.readNBytes(limit);
            if (unpacked.length == limit && in.read() >= 0) {
                throw new UnreadableListException("unpacked it is larger than " + limit + " bytes");
            }
            return unpacked;
        } catch (EOFException e) {
            throw new UnreadableListException("its gzip breaks off", e);
        } catch (IOException e) {
            throw new UnreadableListException("its gzip is damaged", e);
        }
    }
}

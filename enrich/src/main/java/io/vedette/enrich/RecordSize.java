package io.vedette.enrich;

import io.vedette.schemas.Article;
import io.vedette.schemas.EnrichedArticle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** How large a record is once it is serialized. */
final class RecordSize {

    /** The registry's framing, and the counts of arrays that grow. */
    private static final int OVERHEAD = 32;

    /** No UTF-16 code unit takes more bytes of UTF-8. */
    private static final int BYTES_PER_CHAR = 3;

    /** More than the fixed part of an article, a mention or a claim and its short strings ever take. */
    private static final int FIXED = 1024;

    private RecordSize() {}

    /** A bound that costs nothing to compute: most articles are far below any limit. */
    static int atMost(EnrichedArticle enriched) {
        Article article = enriched.getArticle();
        long chars = (long) length(article.getText())
                + length(article.getTitle())
                + length(article.getUrl())
                + length(article.getGivenId())
                + length(article.getSource())
                + length(article.getAuthor());
        for (var mention : enriched.getMentions()) {
            chars += 2L * length(mention.getText()) + length(mention.getName()) + length(mention.getAlias());
        }
        long parts = 1L + enriched.getMentions().size() + enriched.getClaims().size();
        for (var claim : enriched.getClaims()) {
            chars += length(claim.getWhenWords());
            parts += (claim.getActors().size() + claim.getPlaces().size()) / 100;
        }
        return (int) Math.min(Integer.MAX_VALUE, chars * BYTES_PER_CHAR + parts * FIXED);
    }

    /** The size of a value itself, with the registry's framing. */
    static int of(EnrichedArticle enriched) {
        return ofPart(enriched) + OVERHEAD;
    }

    /** The size of a record within another. */
    static <R extends SpecificRecord> int ofPart(R record) {
        Counter counter = new Counter();
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(counter, null);
            new SpecificDatumWriter<R>(record.getSchema()).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("counting does no I/O", e);
        }
        return (int) Math.min(Integer.MAX_VALUE - OVERHEAD, counter.bytes);
    }

    /** A record as Avro writes it, without any framing. */
    static <R extends SpecificRecord> byte[] bytes(R record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new SpecificDatumWriter<R>(record.getSchema()).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes everything", e);
        }
        return bytes.toByteArray();
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static final class Counter extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes += len;
        }
    }
}

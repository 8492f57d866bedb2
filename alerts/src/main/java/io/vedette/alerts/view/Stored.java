package io.vedette.alerts.view;

import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.ArticleHistory;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Story;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Records as the index keeps them: Avro, which is smaller than JSON, in blocks that Lucene compresses.  An index whose
 * records have another schema is thrown away, so they can always be read.
 */
final class Stored {

    private Stored() {}

    static BytesRef bytes(Alert alert) throws IOException {
        return bytes(alert.toByteBuffer());
    }

    static BytesRef bytes(AlertState state) throws IOException {
        return bytes(state.toByteBuffer());
    }

    static BytesRef bytes(EnrichedArticle article) throws IOException {
        return bytes(article.toByteBuffer());
    }

    static AlertHit alert(Document document) throws IOException {
        return new AlertHit(
                Alert.fromByteBuffer(buffer(record(document, ViewFields.RECORD))), time(document), state(document));
    }

    static BytesRef bytes(ArticleHistory history) throws IOException {
        return bytes(history.toByteBuffer());
    }

    static ArticleHit article(Document document) throws IOException {
        EnrichedArticle article = EnrichedArticle.fromByteBuffer(buffer(record(document, ViewFields.RECORD)));
        BytesRef history = document.getBinaryValue(ViewFields.HISTORY);
        return new ArticleHit(
                article,
                time(document),
                document.get(ViewFields.ALERTED) != null,
                history == null
                        ? Histories.plain(article, time(document))
                        : ArticleHistory.fromByteBuffer(buffer(history)));
    }

    static ArticleHistory history(Document document) throws IOException {
        return ArticleHistory.fromByteBuffer(buffer(record(document, ViewFields.HISTORY)));
    }

    static BytesRef bytes(Story story) throws IOException {
        return bytes(story.toByteBuffer());
    }

    static Story story(Document document) throws IOException {
        return Story.fromByteBuffer(buffer(record(document, ViewFields.RECORD)));
    }

    static @Nullable AlertState state(Document document) throws IOException {
        BytesRef state = document.getBinaryValue(ViewFields.STATE);
        return state == null ? null : AlertState.fromByteBuffer(buffer(state));
    }

    private static Instant time(Document document) {
        return Instant.ofEpochMilli(
                document.getField(ViewFields.TIME).numericValue().longValue());
    }

    private static BytesRef record(Document document, String field) throws IOException {
        BytesRef record = document.getBinaryValue(field);
        if (record == null) {
            throw new IOException("a document of the view has no " + field);
        }
        return record;
    }

    private static BytesRef bytes(ByteBuffer buffer) {
        return new BytesRef(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
    }

    private static ByteBuffer buffer(BytesRef bytes) {
        return ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    }
}

package io.vedette.ingest.topic;

import io.vedette.ingest.article.ArticleInput;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Makes an article of a record.  For one thread. */
final class RecordMapper {

    private final ValueReader reader;
    private final Map<String, String> places;

    /** @param places of the fields of an article; those that are not there are not looked for */
    RecordMapper(ValueReader reader, Map<String, String> places) {
        this.reader = reader;
        this.places = places;
    }

    /**
     * The article; the record's time is when it was fetched, where nothing else says that.
     *
     * @throws UnmappableException if it is none
     * @throws RuntimeException if it can't be read
     */
    ArticleInput map(ConsumerRecord<byte[], byte[]> record) throws UnmappableException {
        ValueReader.Fields fields = reader.read(record.topic(), record.value());
        String fetched = at(fields, "fetched");
        return new ArticleInput(
                at(fields, "text"),
                at(fields, "id"),
                at(fields, "title"),
                at(fields, "url"),
                at(fields, "source"),
                at(fields, "date"),
                at(fields, "author"),
                at(fields, "language"),
                fetched == null ? time(record) : fetched,
                at(fields, "embargoUntil"));
    }

    private @Nullable String at(ValueReader.Fields fields, String field) throws UnmappableException {
        String place = places.get(field);
        return place == null ? null : fields.at(place);
    }

    private static @Nullable String time(ConsumerRecord<byte[], byte[]> record) {
        return record.timestamp() < 0
                ? null
                : Instant.ofEpochMilli(record.timestamp()).toString();
    }
}

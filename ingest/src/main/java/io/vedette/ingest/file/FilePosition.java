package io.vedette.ingest.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vedette.runtime.json.Json;
import java.util.Optional;

/**
 * How far a file or folder is read.
 *
 * @param file the file's path below the folder, with slashes; its name if the source is one file
 * @param item the last line, or article of an array, that was taken; counted from 1
 * @param head a hash of the file's beginning, by which a rewritten file is told from one that has grown
 */
record FilePosition(String file, long item, String head) {

    /** Reads what {@link #write} wrote; empty if it is none of ours. */
    static Optional<FilePosition> read(String position) {
        try {
            return position.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Json.MAPPER.readValue(position, FilePosition.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    String write() {
        try {
            return Json.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("two strings and a number could not be written as JSON", e);
        }
    }
}

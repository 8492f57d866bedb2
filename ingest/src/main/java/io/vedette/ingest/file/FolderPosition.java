package io.vedette.ingest.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vedette.runtime.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a watched folder is read.
 *
 * @param done the identities of files that are read to their end and may not have been moved yet
 * @param failed the same of those that can't be read
 * @param file the identity of the one that is being read; empty if none is
 * @param item its last item that was taken
 */
record FolderPosition(List<String> done, List<String> failed, String file, long item) {

    static final FolderPosition NONE = new FolderPosition(List.of(), List.of(), "", 0);

    FolderPosition {
        done = List.copyOf(done);
        failed = List.copyOf(failed);
    }

    /** Reads what {@link #write} wrote; empty if it is none of ours. */
    static Optional<FolderPosition> read(String position) {
        try {
            return position.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Json.MAPPER.readValue(position, FolderPosition.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    String write() {
        try {
            return Json.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and a number could not be written as JSON", e);
        }
    }

    /** An item of a file was taken. */
    FolderPosition at(String identity, long next) {
        return new FolderPosition(done, failed, identity, next);
    }

    /** A file was read to its end, or as far as it can be. */
    FolderPosition after(String identity, boolean readable) {
        return new FolderPosition(
                readable ? with(done, identity) : done, readable ? failed : with(failed, identity), "", 0);
    }

    private static List<String> with(List<String> all, String one) {
        List<String> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }
}

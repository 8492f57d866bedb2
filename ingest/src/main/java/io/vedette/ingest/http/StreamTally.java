package io.vedette.ingest.http;

import io.vedette.ingest.article.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What became of the lines of one stream.  One thread reads; {@link #written} may be called by others. */
final class StreamTally {

    /** So many ids are in an answer; whoever sends more has them of the articles themselves. */
    private static final int MOST_IDS = 1_000;

    private final int mostErrors;
    private final List<String> ids = new ArrayList<>();
    private final List<BadInput> errors = new ArrayList<>();
    private final LongAdder written = new LongAdder();
    private long taken;
    private long rejected;
    private long known;

    StreamTally(int mostErrors) {
        this.mostErrors = mostErrors;
    }

    /** An article was taken, and waits for its commit. */
    void taken(String id) {
        if (taken < MOST_IDS) {
            ids.add(id);
        }
        taken++;
    }

    /** A line is none, or none that can be taken. */
    void rejected(BadInput bad) {
        if (errors.size() < mostErrors) {
            errors.add(bad);
        }
        rejected++;
    }

    /** A line was committed by an earlier request. */
    void known() {
        known++;
    }

    /** Kafka has committed so many. */
    void written(int articles) {
        written.add(articles);
    }

    /** Whether nothing of all that came could be taken. */
    boolean nothingGood() {
        return taken == 0 && known == 0;
    }

    /** Lines with something on them. */
    long read() {
        return taken + rejected + known;
    }

    /** The members of an answer. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("read", read());
        members.put("written", written.sum());
        members.put("rejected", rejected);
        if (known > 0) {
            members.put("known", known);
        }
        if (taken > 0 && taken <= MOST_IDS) {
            members.put("ids", ids);
        }
        if (!errors.isEmpty()) {
            members.put("errors", BadInputs.members(errors, mostErrors));
        }
        return members;
    }
}

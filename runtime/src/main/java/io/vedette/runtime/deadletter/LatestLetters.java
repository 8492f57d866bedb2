package io.vedette.runtime.deadletter;

import io.vedette.runtime.deadletter.DeadLetterBox.Found;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps the latest of the dead letters that it is given, and when they were sent once more.  For one thread. */
final class LatestLetters {

    private static final Comparator<Kept> OLDEST_FIRST = Comparator.comparing(
                    (Kept kept) -> kept.letter().time())
            .thenComparing(kept -> kept.letter().address().service())
            .thenComparing(kept -> kept.letter().address().partition())
            .thenComparing(kept -> kept.letter().address().offset());

    private final DeadLetterFilter filter;
    private final int limit;
    private final PriorityQueue<Kept> latest = new PriorityQueue<>(OLDEST_FIRST);
    private final Map<Address, Instant> replayed = new HashMap<>();

    private record Kept(DeadLetter letter, int bytes) {}

    LatestLetters(DeadLetterFilter filter, int limit) {
        this.filter = filter;
        this.limit = limit;
    }

    /** Keeps a letter without its key and value. */
    void take(String service, ConsumerRecord<byte[], byte[]> record) {
        take(service, record, false);
    }

    /** Keeps a letter with all that it has. */
    void takeWhole(String service, ConsumerRecord<byte[], byte[]> record) {
        take(service, record, true);
    }

    private void take(String service, ConsumerRecord<byte[], byte[]> record, boolean whole) {
        OptionalLong mark = ReplayMark.offset(record);
        if (mark.isPresent()) {
            Address letter = new Address(service, record.partition(), mark.getAsLong());
            replayed.put(letter, Instant.ofEpochMilli(record.timestamp()));
            return;
        }
        DeadLetter letter = DeadLetter.of(service, record);
        if (filter.test(letter)) {
            latest.add(new Kept(whole ? letter : letter.withoutPayload(), letter.bytes()));
            if (latest.size() > limit) {
                latest.remove();
            }
        }
    }

    List<Found> newestFirst() {
        return latest.stream()
                .sorted(OLDEST_FIRST.reversed())
                .map(kept -> new Found(
                        kept.letter(), kept.bytes(), replayed.get(kept.letter().address())))
                .toList();
    }
}

package io.vedette.ingest.kafka;

/** There is no room for more articles until Kafka has taken some; try again in a moment. */
public final class BufferFullException extends Exception {

    private static final long serialVersionUID = 1;

    BufferFullException(int capacity) {
        super("the buffer of " + capacity + " articles is full: Kafka is away or slower than the articles come");
    }
}

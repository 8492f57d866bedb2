package io.vedette.ingest.polling;

import java.util.concurrent.Semaphore;

/** Has large documents read one at a time: read, they are many times as large as fetched.  Thread-safe. */
final class LargeDocuments {

    private static final int LARGE = 1 << 20;

    private final Semaphore turn = new Semaphore(1);

    /** Reads a document. */
    interface Reading<T, E extends Exception> {
        T read() throws E;
    }

    <T, E extends Exception> T read(byte[] document, Reading<T, E> reading) throws E, InterruptedException {
        if (document.length < LARGE) {
            return reading.read();
        }
        turn.acquire();
        try {
            return reading.read();
        } finally {
            turn.release();
        }
    }
}

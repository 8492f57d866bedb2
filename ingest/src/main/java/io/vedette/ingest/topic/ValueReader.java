package io.vedette.ingest.topic;

import org.jspecify.annotations.Nullable;

/** Reads the values of a topic.  For one thread. */
interface ValueReader extends AutoCloseable {

    /**
     * The fields of a value.
     *
     * @throws UnmappableException if it is not of this format
     * @throws RuntimeException if it can't be read, be it of its own fault or since a registry does not answer
     */
    Fields read(String topic, byte[] value) throws UnmappableException;

    @Override
    default void close() {}

    /** What stands where. */
    @FunctionalInterface
    interface Fields {

        /**
         * The text at a place.
         *
         * @param place names with slashes, as in a JSON pointer
         * @return null if nothing stands there
         * @throws UnmappableException if what stands there is no text, number or list of them
         */
        @Nullable
        String at(String place) throws UnmappableException;
    }
}

package io.vedette.bench.watches;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What is measured: an engine that holds articles against watches. */
interface Subject extends Closeable {

    String name();

    /** Takes all of these, numbered from 0, and is ready. */
    void add(List<MadeWatch> watches) throws IOException;

    /** Takes one more, or another in place of one with that id. */
    void addOne(int id, MadeWatch watch) throws IOException;

    /** How many watches match; everything from the tagged text on counts. */
    int match(Sample sample) throws IOException;

    /** Which ones. */
    Set<String> ids(Sample sample) throws IOException;

    @Override
    void close() throws IOException;
}

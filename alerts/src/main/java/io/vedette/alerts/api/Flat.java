package io.vedette.alerts.api;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Goes through the rows that are made of each hit. */
final class Flat<H, R> implements Iterator<R> {

    private final Iterator<H> hits;
    private final Function<H, List<R>> rows;
    private Iterator<R> current = Collections.emptyIterator();

    Flat(Iterator<H> hits, Function<H, List<R>> rows) {
        this.hits = hits;
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && hits.hasNext()) {
            current = rows.apply(hits.next()).iterator();
        }
        return current.hasNext();
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.next();
    }
}

package io.vedette.alerts.view;

import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** In which order things are found; ids tell apart what has the same time, so that every instance has one order. */
public enum Order {
    NEWEST(true),
    OLDEST(false);

    private final boolean reverse;

    Order(boolean reverse) {
        this.reverse = reverse;
    }

    Sort sort() {
        return new Sort(
                new SortField(ViewFields.TIME, SortField.Type.LONG, reverse),
                new SortField(ViewFields.ID, SortField.Type.STRING));
    }
}

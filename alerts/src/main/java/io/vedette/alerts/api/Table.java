package io.vedette.alerts.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the rows of a list are written. */
interface Table<R> {

    /** What they are, for the name of a file. */
    String name();

    /** As an item of a page. */
    ObjectNode json(R row);

    /** The heads of {@link #cells}. */
    List<String> columns();

    /** Text, numbers and truth values; times as RFC 3339 text in UTC; null where nothing is known. */
    List<@Nullable Object> cells(R row);

    /** Where it is: longitude and latitude of each place, each once. */
    List<Point> points(R row);

    /** In WGS 84 degrees. */
    record Point(double longitude, double latitude) {}
}

package io.vedette.ingest.html;

import java.util.List;

/**
 * Who wrote an article.
 *
 * @param names of people or desks; empty if the page does not tell
 * @param from what {@link Said#from()} calls the place that tells; empty without names
 */
record Byline(List<String> names, String from) {

    static final Byline NONE = new Byline(List.of(), "");

    Byline {
        names = List.copyOf(names);
    }
}

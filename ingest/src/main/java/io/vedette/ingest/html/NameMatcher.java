package io.vedette.ingest.html;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Holds the ids and classes of one page against patterns; each set of classes once, for a page repeats few of them. */
final class NameMatcher {

    private final Pattern ids;
    private final Pattern classes;
    private final Map<String, Boolean> known = new HashMap<>();

    /** The same pattern for both. */
    NameMatcher(Pattern pattern) {
        this(pattern, pattern);
    }

    NameMatcher(Pattern ids, Pattern classes) {
        this.ids = ids;
        this.classes = classes;
    }

    boolean matches(Element e) {
        String id = e.id();
        return !id.isEmpty() && ids.matcher(id).find()
                || known.computeIfAbsent(
                        e.className(), names -> classes.matcher(names).find());
    }
}

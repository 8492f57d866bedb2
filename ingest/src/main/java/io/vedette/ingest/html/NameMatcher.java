package io.vedette.ingest.html;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Holds the ids and classes of one page against a pattern; each set of classes once, for a page repeats few of them. */
final class NameMatcher {

    private final Pattern pattern;
    private final Map<String, Boolean> known = new HashMap<>();

    NameMatcher(Pattern pattern) {
        this.pattern = pattern;
    }

    boolean matches(Element e) {
        String id = e.id();
        return !id.isEmpty() && find(id) || known.computeIfAbsent(e.className(), this::find);
    }

    private boolean find(String names) {
        return pattern.matcher(names).find();
    }
}

package io.vedette.ingest.web;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of the sites that were asked last, up to about 50 MB: some have thousands of rules.  Thread-safe. */
final class RobotsCache {

    private static final int HEAVIEST = 500_000;

    private final Map<String, Robots.Known> sites = new LinkedHashMap<>(16, 0.75f, true);
    private int weight;

    synchronized Robots.@Nullable Known get(String site) {
        return sites.get(site);
    }

    synchronized void put(String site, Robots.Known known) {
        Robots.Known before = sites.put(site, known);
        weight += known.weight() - (before == null ? 0 : before.weight());
        Iterator<Robots.Known> oldest = sites.values().iterator();
        while (weight > HEAVIEST && sites.size() > 1) {
            weight -= oldest.next().weight();
            oldest.remove();
        }
    }
}

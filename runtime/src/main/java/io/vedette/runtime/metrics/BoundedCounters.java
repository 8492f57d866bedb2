package io.vedette.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counters of one name by a tag whose values come from data: once there are 50 of them, further ones count as {@code other},
 * so that no plug-in makes a scrape grow without end. Thread-safe; a count costs one look-up.
 */
public final class BoundedCounters {
    private static final int MAX_VALUES = 50;

    private final MeterRegistry registry;
    private final String name;
    private final String tag;
    private final Tags more;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    /** @param more tags that all of them have */
    public BoundedCounters(MeterRegistry registry, String name, String tag, Tags more) {
        this.registry = registry;
        this.name = name;
        this.tag = tag;
        this.more = more;
    }

    /** One more of that value. */
    public void increment(String value) {
        Counter known = counters.get(value);
        (known == null ? counter(value) : known).increment();
    }

    private synchronized Counter counter(String value) {
        String bounded = counters.size() < MAX_VALUES ? value : "other";
        return counters.computeIfAbsent(bounded, missing -> registry.counter(name, more.and(tag, missing)));
    }
}

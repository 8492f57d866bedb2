package io.vedette.bench.pipeline;

import io.vedette.bench.Statistics;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** What a witness saw of one round. */
final class Round {

    private static final double MILLI = 1e6;

    private final Map<String, Long> due;
    private final List<Witness.Sighting> sightings;
    private final double processors;

    /**
     * @param due when each article was due, as {@link System#nanoTime}; what else was seen is of another round
     * @param processors how many were busy, while articles were sent
     */
    Round(Map<String, Long> due, List<Witness.Sighting> sightings, double processors) {
        this.due = due;
        this.processors = processors;
        this.sightings = sightings.stream()
                .filter(sighting -> due.containsKey(sighting.article()))
                .toList();
    }

    /** Milliseconds from due to alert, one for each alert. */
    double[] millis() {
        return sightings.stream()
                .filter(sighting -> sighting.hop() == Hop.ALERT)
                .mapToDouble(sighting -> (sighting.nanos() - dueAt(sighting)) / MILLI)
                .toArray();
    }

    double quantile(double q) {
        return Statistics.quantile(millis(), q);
    }

    /** How many were busy with it all, while articles were sent. */
    double processors() {
        return processors;
    }

    /** What share of the articles raised an alert. */
    double alerted() {
        long articles = sightings.stream()
                .filter(sighting -> sighting.hop() == Hop.ALERT)
                .map(Witness.Sighting::article)
                .distinct()
                .count();
        return (double) articles / due.size();
    }

    /** Milliseconds that each hop took, one for each alert; for a round in which all hops were witnessed. */
    Map<Hop, double[]> hops() {
        long wallLessNano = System.currentTimeMillis() * 1_000_000 - System.nanoTime();
        Map<Hop, Map<String, Long>> seen = new EnumMap<>(Hop.class);
        for (Witness.Sighting sighting : sightings) {
            seen.computeIfAbsent(sighting.hop(), hop -> new HashMap<>())
                    .putIfAbsent(sighting.article() + '/' + sighting.watch(), sighting.nanos());
        }
        Map<Hop, DoubleStream.Builder> taken = new EnumMap<>(Hop.class);
        for (Witness.Sighting alert : sightings) {
            if (alert.hop() == Hop.ALERT) {
                long before = dueAt(alert);
                for (Hop hop : Hop.values()) {
                    long at = hop == Hop.APPEND
                            ? alert.appended() * 1_000_000 - wallLessNano
                            : nanos(seen, hop, alert, before);
                    taken.computeIfAbsent(hop, key -> DoubleStream.builder()).add((at - before) / MILLI);
                    before = at;
                }
            }
        }
        Map<Hop, double[]> millis = new EnumMap<>(Hop.class);
        taken.forEach((hop, values) -> millis.put(hop, values.build().toArray()));
        return millis;
    }

    /** If it was not seen, since it fell between rounds, it took no time. */
    private static long nanos(Map<Hop, Map<String, Long>> seen, Hop hop, Witness.Sighting alert, long before) {
        String watch = hop == Hop.MATCH || hop == Hop.ALERT ? alert.watch() : "";
        return seen.getOrDefault(hop, Map.of()).getOrDefault(alert.article() + '/' + watch, before);
    }

    private long dueAt(Witness.Sighting sighting) {
        return due.getOrDefault(sighting.article(), 0L);
    }
}

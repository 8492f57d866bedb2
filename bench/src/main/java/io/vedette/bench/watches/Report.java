package io.vedette.bench.watches;

import io.vedette.bench.Table;
import java.util.List;
import java.util.Locale;

/** The tables, with what is aimed at beside what was measured. */
final class Report {

    private Report() {}

    static String usual(List<Outcome> outcomes) {
        Table speed = new Table(
                "watches", "engine", "articles/s", "target", "p50 us", "p99 us", "matches an article", "times Lucene");
        Table memory = new Table(
                "watches",
                "engine",
                "ready s",
                "target",
                "heap MB",
                "target",
                "bytes a watch",
                "one more us",
                "longest ms");
        for (Outcome outcome : outcomes) {
            boolean ours = outcome.subject().equals("Vedette");
            speed.row(
                    count(outcome.watches()),
                    outcome.subject(),
                    count(outcome.rate()),
                    ours ? targetRate(outcome.watches()) : "",
                    count(outcome.p50()),
                    count(outcome.p99()),
                    String.format(Locale.ROOT, "%.1f", outcome.matches()),
                    ours ? timesLucene(outcome, outcomes) + targetTimes(outcome.watches()) : "");
            boolean million = ours && outcome.watches() >= 1_000_000;
            memory.row(
                    count(outcome.watches()),
                    outcome.subject(),
                    String.format(Locale.ROOT, "%.2f", outcome.ready()),
                    million ? "60" : "",
                    count(outcome.heap() / 1e6),
                    million ? "1,500" : "",
                    count((double) outcome.heap() / outcome.watches()),
                    count(outcome.addOne()) + (ours ? " (target 1,000)" : ""),
                    String.format(Locale.ROOT, "%.2f", outcome.pause()) + (ours ? " (target 10)" : ""));
        }
        return speed + "\n" + memory;
    }

    static String mixes(List<Outcome> outcomes) {
        Table table = new Table(
                "mix", "watches", "engine", "articles/s", "p50 us", "p99 us", "matches an article", "times Lucene");
        for (Outcome outcome : outcomes) {
            boolean ours = outcome.subject().equals("Vedette");
            table.row(
                    outcome.mix().what(),
                    count(outcome.watches()),
                    outcome.subject(),
                    count(outcome.rate()),
                    count(outcome.p50()),
                    count(outcome.p99()),
                    String.format(Locale.ROOT, "%.1f", outcome.matches()),
                    ours ? timesLucene(outcome, outcomes) + " (target 1)" : "");
        }
        return table.toString();
    }

    private static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String timesLucene(Outcome ours, List<Outcome> outcomes) {
        double best = outcomes.stream()
                .filter(other -> other.mix() == ours.mix() && other.watches() == ours.watches() && !other.equals(ours))
                .mapToDouble(Outcome::rate)
                .max()
                .orElse(Double.NaN);
        return Double.isNaN(best) ? "not measured" : String.format(Locale.ROOT, "%.1f", ours.rate() / best);
    }

    private static String targetRate(int watches) {
        return switch (watches) {
            case 1_000 -> "20,000";
            case 10_000 -> "12,000";
            case 100_000 -> "6,000";
            case 1_000_000 -> "1,000";
            default -> "";
        };
    }

    private static String targetTimes(int watches) {
        return watches == 10_000 ? " (target 8)" : watches == 100_000 ? " (target 25)" : "";
    }
}

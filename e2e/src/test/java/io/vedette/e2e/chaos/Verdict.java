package io.vedette.e2e.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of one fault.
 *
 * @param tally of the articles from shortly before it to when everything was whole again
 * @param whole from when the fault was over until nothing was late and every process ready
 * @param allowedAgain how many deliveries may have been made a second time
 * @param deadLetters that came
 * @param strayAlerts that no article explains
 * @param failure why it could not be brought to its end, or null
 */
record Verdict(
        Fault fault, Tally tally, Duration whole, int allowedAgain, int deadLetters, int strayAlerts, String failure) {

    /** What is not as it must be; empty if all is. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        if (failure != null) {
            findings.add(failure);
        }
        findings.addAll(tally.examples());
        if (tally.deliveredAgain > allowedAgain) {
            findings.add(tally.deliveredAgain + " deliveries were made again, and at most " + allowedAgain
                    + " attempts were in flight");
        }
        if (deadLetters != fault.deadLetters()) {
            findings.add(deadLetters + " dead letters, and " + fault.deadLetters() + " were to be expected");
        }
        if (strayAlerts > 0) {
            findings.add(strayAlerts + " alerts that no article explains");
        }
        return findings;
    }

    static List<String> header() {
        return List.of(
                "| fault | articles | alerts | missing | too often | delivered again (allowed) | dead letters | longest to enriched s | whole again after s | |",
                "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    }

    String row() {
        return String.format(
                "| %s: %s | %,d | %,d | %d | %d | %d (%d) | %d | %.1f | %s | %s |",
                fault.name(),
                fault.what(),
                tally.articles,
                tally.expectedAlerts,
                tally.missing(),
                tally.repeated(),
                tally.deliveredAgain,
                allowedAgain,
                deadLetters,
                tally.longest().toMillis() / 1000.0,
                failure == null ? String.format("%.1f", whole.toMillis() / 1000.0) : "not",
                findings().isEmpty() ? "held" : "**broken**");
    }
}

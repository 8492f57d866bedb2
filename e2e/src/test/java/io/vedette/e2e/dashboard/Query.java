package io.vedette.e2e.dashboard;

/**
 * One query of a panel.
 *
 * @param expression PromQL, as Grafana gets it
 * @param legend Grafana's legend format: words, and labels in two braces
 */
public record Query(String expression, String legend) {

    /**
     * A query.
     *
     * @param expression PromQL with {@code $i}, {@code $l} and {@code $a} for the labels that the variables choose: instance;
     *     instance and lane; instance, lane and application
     */
    static Query of(String expression, String legend) {
        return new Query(expand(expression), legend);
    }

    static String expand(String expression) {
        return expression
                .replace("$i", "instance=~\"$instance\"")
                .replace("$l", "instance=~\"$instance\", lane=~\"$lane\"")
                .replace("$a", "instance=~\"$instance\", lane=~\"$lane\", application=~\"$application\"");
    }
}

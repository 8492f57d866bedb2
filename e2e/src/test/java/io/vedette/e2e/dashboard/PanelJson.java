package io.vedette.e2e.dashboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** How a panel is drawn: what all panels of a kind have in common, and what differs. */
final class PanelJson {

    private PanelJson() {}

    static ObjectNode fields(Panel panel) {
        ObjectNode fields = object();
        ObjectNode defaults = fields.putObject("defaults").put("unit", panel.unit());
        if (panel.kind() != Panel.Kind.STATES) {
            defaults.put("min", 0);
        }
        thresholds(defaults.putObject("thresholds"), panel.thresholds());
        switch (panel.kind()) {
            case GRAPH -> {
                defaults.putObject("color").put("mode", "palette-classic");
                defaults.set("custom", graph(panel));
            }
            case STATES -> {
                defaults.putObject("color").put("mode", "thresholds");
                names(defaults, panel);
                defaults.putObject("custom").put("fillOpacity", 70).put("lineWidth", 0);
            }
            default -> defaults.putObject("color").put("mode", "thresholds");
        }
        fields.putArray("overrides");
        return fields;
    }

    static ObjectNode options(Panel panel) {
        return switch (panel.kind()) {
            case STAT -> stat();
            case BARS -> bars();
            case GRAPH -> {
                ObjectNode options = withLegend("list");
                options.putObject("tooltip").put("mode", "multi").put("sort", "desc");
                yield options;
            }
            case STATES -> {
                ObjectNode options = withLegend("list").put("showValue", "auto").put("rowHeight", 0.8);
                options.put("mergeValues", true).put("alignValue", "left");
                options.putObject("tooltip").put("mode", "single").put("sort", "none");
                yield options;
            }
        };
    }

    private static ObjectNode graph(Panel panel) {
        ObjectNode custom = object().put("drawStyle", "line")
                .put("lineWidth", 1)
                .put("fillOpacity", panel.stacked() ? 40 : 10)
                .put("showPoints", "never")
                .put("spanNulls", false);
        custom.putObject("stacking")
                .put("mode", panel.stacked() ? "normal" : "none")
                .put("group", "A");
        custom.putObject("thresholdsStyle").put("mode", panel.thresholds().areLimits() ? "dashed" : "off");
        return custom;
    }

    private static void thresholds(ObjectNode json, Thresholds thresholds) {
        var steps = json.put("mode", "absolute").putArray("steps");
        for (Thresholds.Step step : thresholds.steps()) {
            ObjectNode one = steps.addObject().put("color", step.color());
            if (step.isLowest()) {
                one.putNull("value");
            } else {
                one.put("value", step.from());
            }
        }
    }

    private static void names(ObjectNode defaults, Panel panel) {
        ObjectNode options =
                defaults.putArray("mappings").addObject().put("type", "value").putObject("options");
        panel.names().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> options.putObject(
                        entry.getKey().toString())
                .put("text", entry.getValue().text())
                .put("color", entry.getValue().color())
                .put("index", entry.getKey()));
    }

    private static ObjectNode stat() {
        ObjectNode options = object().put("colorMode", "value")
                .put("graphMode", "area")
                .put("justifyMode", "auto")
                .put("orientation", "auto")
                .put("textMode", "auto")
                .put("wideLayout", true)
                .put("showPercentChange", false)
                .put("percentChangeColorMode", "standard");
        last(options);
        return options;
    }

    private static ObjectNode bars() {
        ObjectNode options = object().put("displayMode", "basic")
                .put("orientation", "horizontal")
                .put("valueMode", "color")
                .put("namePlacement", "auto")
                .put("showUnfilled", true)
                .put("sizing", "auto")
                .put("minVizWidth", 8)
                .put("minVizHeight", 16)
                .put("maxVizHeight", 300);
        last(options);
        options.set("legend", legend("list").put("showLegend", false));
        return options;
    }

    private static ObjectNode withLegend(String mode) {
        ObjectNode options = object();
        options.set("legend", legend(mode));
        return options;
    }

    private static ObjectNode legend(String mode) {
        ObjectNode legend =
                object().put("displayMode", mode).put("placement", "bottom").put("showLegend", true);
        legend.putArray("calcs");
        return legend;
    }

    private static void last(ObjectNode options) {
        ObjectNode reduce = options.putObject("reduceOptions").put("fields", "").put("values", false);
        reduce.putArray("calcs").add("lastNotNull");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

package io.vedette.e2e.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A board in Grafana's JSON model, the classic one that every version from 9 to 13 reads. */
final class BoardJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int COLUMNS = 24;

    /** When a process started, and with which version: a restart with another one is a deployment. */
    static final String DEPLOYMENTS = Query.expand("process_start_time_seconds{$i} * on(instance) group_left(version)"
            + " max by (instance, version) (vedette_build{$i}) * 1000");

    private final Board board;
    private int x;
    private int y;
    private int rowHeight;
    private int id;

    private BoardJson(Board board) {
        this.board = board;
    }

    /** The file's text. */
    static String of(Board board) throws JsonProcessingException {
        return JSON.writeValueAsString(new BoardJson(board).dashboard()) + '\n';
    }

    private ObjectNode dashboard() {
        ObjectNode json = JSON.createObjectNode()
                .put("uid", "vedette-" + board.name())
                .put("title", "Vedette: " + board.title())
                .put("description", board.description())
                .put("schemaVersion", 39)
                .put("editable", true)
                .put("graphTooltip", 1)
                .put("refresh", "10s")
                .put("timezone", "browser");
        json.putArray("tags").add("vedette");
        json.putObject("time").put("from", "now-1h").put("to", "now");
        json.putArray("links").add(linkToTheOthers());
        json.putObject("annotations").putArray("list").add(deployments());
        variables(json.putObject("templating").putArray("list"));
        ArrayNode panels = json.putArray("panels");
        board.rows().forEach(row -> row(panels, row));
        return json;
    }

    private static ObjectNode linkToTheOthers() {
        ObjectNode link = JSON.createObjectNode()
                .put("title", "Vedette")
                .put("type", "dashboards")
                .put("icon", "external link")
                .put("tooltip", "The other dashboards")
                .put("asDropdown", false)
                .put("includeVars", true)
                .put("keepTime", true)
                .put("targetBlank", false);
        link.putArray("tags").add("vedette");
        return link;
    }

    private static ObjectNode deployments() {
        ObjectNode annotation = JSON.createObjectNode()
                .put("name", "Deployments")
                .put("enable", true)
                .put("iconColor", "blue")
                .put("expr", DEPLOYMENTS)
                .put("step", "60s")
                .put("titleFormat", "{{instance}} started")
                .put("textFormat", "version {{version}}")
                .put("tagKeys", "version")
                .put("useValueForTime", "on");
        annotation.set("datasource", datasource());
        return annotation;
    }

    private void variables(ArrayNode list) {
        list.addObject()
                .put("name", "datasource")
                .put("label", "Prometheus")
                .put("type", "datasource")
                .put("query", "prometheus")
                .put("hide", 0);
        for (Variable variable : board.variables()) {
            ObjectNode json = list.addObject()
                    .put("name", variable.key)
                    .put("label", variable.label)
                    .put("type", "query")
                    .put("refresh", 2)
                    .put("includeAll", true)
                    .put("allValue", ".*")
                    .put("multi", true)
                    .put("hide", 0)
                    .put("sort", 1);
            json.set("datasource", datasource());
            json.putObject("query").put("query", variable.query).put("refId", variable.key);
            json.putObject("current").put("text", "All").put("value", "$__all");
        }
    }

    private void row(ArrayNode panels, Board.Row row) {
        nextLine();
        ObjectNode json = panels.addObject()
                .put("id", ++id)
                .put("type", "row")
                .put("title", row.title())
                .put("collapsed", false);
        json.putObject("gridPos").put("x", 0).put("y", y++).put("w", COLUMNS).put("h", 1);
        json.putArray("panels");
        row.panels().forEach(panel -> panels.add(panel(panel)));
    }

    private void nextLine() {
        x = 0;
        y += rowHeight;
        rowHeight = 0;
    }

    private ObjectNode panel(Panel panel) {
        if (x + panel.width() > COLUMNS) {
            nextLine();
        }
        ObjectNode json = JSON.createObjectNode()
                .put("id", ++id)
                .put("type", panel.kind().type)
                .put("title", panel.title())
                .put("description", panel.description());
        json.set("datasource", datasource());
        json.putObject("gridPos")
                .put("x", x)
                .put("y", y)
                .put("w", panel.width())
                .put("h", panel.kind().height);
        x += panel.width();
        rowHeight = Math.max(rowHeight, panel.kind().height);
        json.set("fieldConfig", PanelJson.fields(panel));
        json.set("options", PanelJson.options(panel));
        ArrayNode targets = json.putArray("targets");
        panel.queries().forEach(query -> target(targets.addObject(), (char) ('A' + targets.size() - 1), query));
        return json;
    }

    private static void target(ObjectNode json, char refId, Query query) {
        json.put("refId", String.valueOf(refId))
                .put("expr", query.expression())
                .put("legendFormat", query.legend())
                .put("editorMode", "code")
                .put("range", true);
        json.set("datasource", datasource());
    }

    private static ObjectNode datasource() {
        return JSON.createObjectNode().put("type", "prometheus").put("uid", "${datasource}");
    }
}

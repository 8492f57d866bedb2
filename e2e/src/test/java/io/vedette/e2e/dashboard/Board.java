package io.vedette.e2e.dashboard;

import java.util.List;
import java.util.stream.Stream;

/**
 * A dashboard.
 *
 * @param name of its file
 * @param title in the list of dashboards
 * @param description what it is for
 * @param variables what its reader chooses by
 * @param rows what it shows, from the top
 */
public record Board(String name, String title, String description, List<Variable> variables, List<Row> rows) {

    record Row(String title, List<Panel> panels) {

        static Row of(String title, Panel... panels) {
            return new Row(title, List.of(panels));
        }
    }

    /** All of them. */
    public static List<Board> all() {
        return List.of(
                OverviewBoard.make(),
                EnrichmentBoard.make(),
                AlertsBoard.make(),
                SourcesBoard.make(),
                StreamsBoard.make(),
                JvmBoard.make());
    }

    public Stream<Panel> panels() {
        return rows.stream().flatMap(row -> row.panels().stream());
    }
}

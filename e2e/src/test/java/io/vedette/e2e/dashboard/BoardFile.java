package io.vedette.e2e.dashboard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where a board is kept, and what it asks Prometheus. */
public final class BoardFile {

    private static final Path FOLDER = Path.of("../deploy/grafana/dashboards");

    private BoardFile() {}

    static Path of(Board board) {
        return FOLDER.resolve(board.name() + ".json");
    }

    /** The queries of its panels, and of its annotations. */
    public static List<Query> queries(Board board) {
        List<Query> queries = board.panels()
                .flatMap(panel -> panel.queries().stream())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        queries.add(new Query(BoardJson.DEPLOYMENTS, ""));
        return queries;
    }
}

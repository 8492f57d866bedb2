package io.vedette.bench;

import java.nio.file.Path;
import java.util.List;

/** Something to measure. */
public interface Benchmark {

    /** One line for the list. */
    String description();

    /**
     * Measures.
     *
     * @param files what to measure with; empty for articles of its own making
     * @return one or several tables, in Markdown
     * @throws Exception if it could not measure
     */
    String run(List<Path> files) throws Exception;
}

package io.vedette.ingest.file;

import io.vedette.ingest.mapping.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * How files are laid out, as far as their names don't say it.
 *
 * @param columns of tables that begin with a line of names
 * @param mapping by which every file is read, whatever it is called; null for none
 */
public record Layout(Columns columns, @Nullable Mapping mapping) {

    /** What the names of files and columns say. */
    public static final Layout BY_NAME = new Layout(Columns.BY_NAME, null);

    /** @throws IllegalArgumentException if the mapping is one of pages */
    public Layout {
        if (mapping != null && mapping.form() == Mapping.Form.PAGE) {
            throw new IllegalArgumentException(
                    mapping + " reads pages, not files of lines: take one of the form table or json");
        }
    }
}

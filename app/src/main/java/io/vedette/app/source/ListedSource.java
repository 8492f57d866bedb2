package io.vedette.app.source;

import io.vedette.ingest.source.SourceForm;

/**
 * A source as a file has it.
 *
 * @param where it stands in the file, for messages
 * @param form unchecked
 * @param whole whether the file says everything of it; if not, what it does not say stays as it is
 */
public record ListedSource(String where, SourceForm form, boolean whole) {}

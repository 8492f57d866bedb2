/** Articles in files, folders and standard input, each read once. */
@NullMarked
package io.vedette.ingest.file;

import org.jspecify.annotations.NullMarked;

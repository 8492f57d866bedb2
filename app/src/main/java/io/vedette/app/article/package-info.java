/** Articles on the command line: read, tagged in parallel, written in order. */
@NullMarked
package io.vedette.app.article;

import org.jspecify.annotations.NullMarked;

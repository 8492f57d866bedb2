/** Sources on the command line: reading files of them, taking them over, showing how they do. */
@NullMarked
package io.vedette.app.source;

import org.jspecify.annotations.NullMarked;

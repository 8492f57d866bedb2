/** Dead letters on a terminal, in a file, or as JSON. */
@NullMarked
package io.vedette.app.deadletter;

import org.jspecify.annotations.NullMarked;

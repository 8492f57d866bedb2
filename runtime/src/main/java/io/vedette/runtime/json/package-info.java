/** JSON, read and written one way everywhere. */
@NullMarked
package io.vedette.runtime.json;

import org.jspecify.annotations.NullMarked;

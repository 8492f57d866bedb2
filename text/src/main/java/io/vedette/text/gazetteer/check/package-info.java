/** Holds a gazetteer's files against each other and against what they promise, and says what to do about each fault. */
@NullMarked
package io.vedette.text.gazetteer.check;

import org.jspecify.annotations.NullMarked;

/** Tells the language of a text. */
@NullMarked
package io.vedette.text.language;

import org.jspecify.annotations.NullMarked;

/** Stems: what the forms of one word have in common, by language. */
@NullMarked
package io.vedette.text.stem;

import org.jspecify.annotations.NullMarked;

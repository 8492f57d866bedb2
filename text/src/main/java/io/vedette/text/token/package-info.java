/** Splits a text into tokens and sentences, once for all taggers, dictionaries and watches. */
@NullMarked
package io.vedette.text.token;

import org.jspecify.annotations.NullMarked;

/** The dictionary of actors and places: their names, kept for matching over tokens, and what is known of each. */
@NullMarked
package io.vedette.text.gazetteer;

import org.jspecify.annotations.NullMarked;

/** Finds the words that name actors and places, and tells which ones they mean. */
@NullMarked
package io.vedette.text.mention;

import org.jspecify.annotations.NullMarked;

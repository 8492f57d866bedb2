/**
 * The compact file of places and what is kept of it in memory: columns instead of objects.  {@link
 * io.vedette.text.gazetteer.image.PlaceImageFormat} lays down the format.
 */
@NullMarked
package io.vedette.text.gazetteer.image;

import org.jspecify.annotations.NullMarked;

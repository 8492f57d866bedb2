/** Reads GeoNames' own files and writes the compact file of places that a gazetteer is read from. */
@NullMarked
package io.vedette.text.gazetteer.geonames;

import org.jspecify.annotations.NullMarked;

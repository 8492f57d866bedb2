/** Makes rows of the gazetteer's files of actors out of what others keep actors in. */
@NullMarked
package io.vedette.app.gazetteer;

import org.jspecify.annotations.NullMarked;

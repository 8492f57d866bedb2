/** From other scripts to Latin letters. */
@NullMarked
package io.vedette.text.script;

import org.jspecify.annotations.NullMarked;

/** How much of the text of an article may leave Vedette: what its source's licence allows. */
@NullMarked
package io.vedette.alerts.disclosure;

import org.jspecify.annotations.NullMarked;

/** Looks at everything that Vedette leans on, and says what to do about what is not well. */
@NullMarked
package io.vedette.app.doctor;

import org.jspecify.annotations.NullMarked;

/** The seed articles going through the pipeline, told as it happens. */
@NullMarked
package io.vedette.app.demo;

import org.jspecify.annotations.NullMarked;

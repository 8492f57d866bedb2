/**
 * How others add to what Vedette finds: a tagger from a jar on the class path that sees the document and what was found
 * so far, and may add, drop and change.  {@link io.vedette.text.step.AnnotationStep} is what to implement, {@link
 * io.vedette.text.step.AnnotationStepProvider} how it is found.
 */
@NullMarked
package io.vedette.text.step;

import org.jspecify.annotations.NullMarked;

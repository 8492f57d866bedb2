package io.vedette.text.step;

import io.vedette.text.Annotations;
import io.vedette.text.Document;

/**
 * A tagger that works after the standard ones.  It must be safe to use from many threads at once, give the same result for
 * the same input whenever it is asked (a replay depends on it), and take its time within the patience of the topology: all
 * articles of a partition wait for it.
 */
@FunctionalInterface
public interface AnnotationStep {

    /**
     * Adds to what was found, drops or changes it; see {@link Additions} for the common case.
     *
     * @param document what is tagged
     * @param found what the standard taggers and the steps before this one found
     * @return what is found now; offsets lie inside the fields, indexes inside the lists, and both lists keep their order
     * @throws RuntimeException if the article can't be tagged: it goes to the dead letters with the message
     */
    Annotations refine(Document document, Annotations found);
}

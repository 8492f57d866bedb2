package io.vedette.text.step;

import java.util.Map;

/**
 * Makes an {@link AnnotationStep}.  A jar on the class path names its providers in
 * {@code META-INF/services/io.vedette.text.step.AnnotationStepProvider}, as {@link java.util.ServiceLoader} has it; being
 * there is not enough to be used: the configuration names the steps to run.
 */
public interface AnnotationStepProvider {

    /** What the configuration calls it; lower case, no spaces or dots. */
    String name();

    /** Which version of code and model it is; kept with what it found. */
    String version();

    /**
     * A step ready to work; called once for a process.
     *
     * @param settings what the configuration says under the step's name
     * @throws IllegalArgumentException if a setting is missing or wrong, naming it
     */
    AnnotationStep create(Map<String, String> settings);
}

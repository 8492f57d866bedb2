package io.vedette.app.doctor;

import java.util.List;
import java.util.concurrent.ExecutionException;

/** Looks at one thing; changes nothing. */
interface Check {

    /** What it looks at, in a word. */
    String name();

    /**
     * What it found, at least one thing.
     *
     * @throws ExecutionException if a broker or registry does not answer or refuses
     */
    List<Finding> look() throws ExecutionException, InterruptedException;
}

package io.vedette.text.watch;

/**
 * What an expression is compiled to: it says whether it is true of a scope, what makes it so, and what is missing.
 * Immutable and safe to use from many threads at once.
 */
interface Condition {

    boolean holds(Scope scope);

    /**
     * Adds what makes it come out as wanted; nothing if it comes out otherwise.
     *
     * @return how it came out
     */
    boolean collect(Scope scope, boolean wanted, Reasons reasons);

    /** How it came out, with all that it is made of. */
    Explanation explain(Scope scope);
}

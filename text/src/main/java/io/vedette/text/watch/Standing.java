package io.vedette.text.watch;

/** A condition that stands somewhere in the text. */
interface Standing extends Condition {

    /** Adds every run of words in the scope where it stands, in any order. */
    void find(Scope scope, Runs into);

    /** Where it stands in the scope. */
    default Runs runs(Scope scope) {
        Runs runs = new Runs();
        find(scope, runs);
        return runs.sort();
    }

    /** Adds what makes it stand there; nothing if it does not. */
    void report(Scope scope, int first, int last, Reasons reasons);
}

package io.vedette.bench;

/** Says on standard error what is being measured. */
public final class Progress {

    private Progress() {}

    /** One line. */
    public static void show(String what) {
        System.err.println("... " + what);
    }
}

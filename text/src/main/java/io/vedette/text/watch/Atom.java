package io.vedette.text.watch;

/** An anchor as a set of watches knows it.  Not for threads that write at once. */
final class Atom {

    private final Anchor anchor;
    private final int number;

    /** How many watches it leads to or guards. */
    private int uses;

    Atom(Anchor anchor, int number) {
        this.anchor = anchor;
        this.number = number;
    }

    Anchor anchor() {
        return anchor;
    }

    int number() {
        return number;
    }

    void use() {
        uses++;
    }

    /** @return whether nothing uses it any more */
    boolean unuse() {
        return --uses == 0;
    }
}

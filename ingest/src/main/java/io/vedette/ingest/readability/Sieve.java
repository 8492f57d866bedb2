package io.vedette.ingest.readability;

/** How much of a page is thrown out on suspicion; where too little is left, the next one is tried. */
enum Sieve {
    STRICT(true, true, true),
    EVERY_PART(false, true, true),
    NAMELESS(false, false, true),
    ALL(false, false, false);

    private final boolean unlikelyOut;
    private final boolean weighNames;
    private final boolean doubtfulOut;

    Sieve(boolean unlikelyOut, boolean weighNames, boolean doubtfulOut) {
        this.unlikelyOut = unlikelyOut;
        this.weighNames = weighNames;
        this.doubtfulOut = doubtfulOut;
    }

    /** Whether elements go that are called like what stands around an article. */
    boolean unlikelyOut() {
        return unlikelyOut;
    }

    /** Whether classes and ids count for and against an element. */
    boolean weighNames() {
        return weighNames;
    }

    /** Whether parts of the article go that look like lists of links. */
    boolean doubtfulOut() {
        return doubtfulOut;
    }
}

package io.vedette.text.gazetteer.image;

/** Where a name comes from, and so how far it can be trusted to mean its entity when nothing else speaks for it. */
public enum NameSource {
    /** The entity's usual name. */
    MAIN(1.0),
    /** An alias that somebody wrote for this gazetteer, in its tables. */
    CURATED(0.95),
    /** GeoNames' alternate name: another spelling of the main name, or its name in another script. */
    VARIANT(0.8),
    /** GeoNames' alternate name that is another word: an exonym, a former name, now and then a mistake. */
    OTHER(0.5),
    /** Marked as colloquial or slang by GeoNames. */
    COLLOQUIAL(0.3),
    /** Marked as of the past by GeoNames. */
    HISTORIC(0.3);

    private static final NameSource[] ALL = values();

    private final double confidence;

    NameSource(double confidence) {
        this.confidence = confidence;
    }

    /** From 0 to 1. */
    public double confidence() {
        return confidence;
    }

    static NameSource of(int ordinal) {
        return ALL[ordinal];
    }
}

package io.vedette.bench.world;

/** How a feed's server behaves, and how many in a thousand do. */
enum Temper {
    /** Answers at once, and 304 if nothing has changed. */
    STEADY(533, true),
    /** Sends everything again each time. */
    FORGETFUL(100, true),
    /** Takes one to five seconds. */
    SLOW(60, true),
    /** Has moved for good. */
    MOVED(30, true),
    /** Redirects to another host, for now. */
    ELSEWHERE(20, true),
    /** Half the time answers 500. */
    FAILING(20, true),
    /** Half the time hangs up in the middle. */
    BREAKING(20, true),
    /** Each second time answers 429 with {@code Retry-After: 60}. */
    THROTTLING(20, true),
    /** Packs what it sends. */
    PACKING(50, true),
    /** Never answers. */
    SILENT(20, false),
    /** Sends a byte a second. */
    DRIPPING(10, false),
    /** Hangs up at once. */
    REFUSING(20, false),
    GONE(20, false),
    NOT_FOUND(20, false),
    FORBIDDEN(10, false),
    /** A page of a shop where the feed was. */
    PARKED(10, false),
    /** Is cut off in the middle, always at another place. */
    BROKEN(10, false),
    /** Never ends. */
    HUGE(5, false),
    /** Some KB that unpack to hundreds of MB. */
    BOMB(5, false),
    /** Redirects to itself. */
    LOOPING(5, false),
    /** Redirects to where only this machine can go. */
    INSIDE(3, false),
    /** Its robots.txt asks to leave it alone. */
    CLOSED(3, false),
    /** Its robots.txt answers 500. */
    ROBOTS_FAILING(3, false),
    /** No name server knows it any more. */
    UNKNOWN(3, false);

    /** Of how many the shares are. */
    static final int WHOLE = 1_000;

    private final int share;
    private final boolean counts;

    Temper(int share, boolean counts) {
        this.share = share;
        this.counts = counts;
    }

    /** Whether its items are expected among the articles: they come whole, if at all. */
    boolean counts() {
        return counts;
    }

    /** Mixed, the same for the same number. */
    static Temper of(int number) {
        int place = (int) (number * 617L % WHOLE);
        for (Temper temper : values()) {
            place -= temper.share;
            if (place < 0) {
                return temper;
            }
        }
        throw new IllegalStateException("the shares are not " + WHOLE + " in all");
    }
}

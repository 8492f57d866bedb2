package io.vedette.alerts.backtest;

/** A watch matches more than a back-test may hold. */
final class TooManyMatchesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyMatchesException(int most, String busiest) {
        super("more than " + most + " matches, most of them of \"" + busiest
                + "\"; narrow the query, begin later, or raise backtest.mostMatches");
    }
}

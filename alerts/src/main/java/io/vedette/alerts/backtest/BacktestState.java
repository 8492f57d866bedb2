package io.vedette.alerts.backtest;

/** How far a back-test is. */
enum BacktestState {
    /** Others are before it. */
    WAITING,
    RUNNING,
    DONE,
    /** It could not be done: its problem says why. */
    FAILED,
    CANCELLED;

    boolean isOver() {
        return this != WAITING && this != RUNNING;
    }
}

package io.vedette.bench.feeds;

/** What came of the feeds of one format. */
final class Tally {

    int files;
    int read;
    int refused;
    int failed;
    int same;
    long expected;
    long given;
    long leftOut;

    void add(Tally other) {
        files += other.files;
        read += other.read;
        refused += other.refused;
        failed += other.failed;
        same += other.same;
        expected += other.expected;
        given += other.given;
        leftOut += other.leftOut;
    }

    String[] row(String format) {
        return new String[] {
            format,
            String.valueOf(files),
            String.valueOf(read),
            String.valueOf(refused),
            String.valueOf(failed),
            String.valueOf(same),
            String.valueOf(expected),
            String.valueOf(given),
            String.valueOf(leftOut)
        };
    }
}

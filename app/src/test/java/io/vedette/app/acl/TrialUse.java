package io.vedette.app.acl;

import io.vedette.app.api.ApiClient;
import java.util.List;

/** What a service is put to, so that each of its permissions is needed. */
interface TrialUse {

    /** How topics of one trial are divided. */
    int PARTITIONS = 2;

    /** A word in all that is sent, which a watch asks for. */
    String MARK = "harbour";

    String TEXT = "A drone struck the " + MARK + " of Odesa on Monday, officials said, ";

    /**
     * Gives it work.
     *
     * @throws IllegalStateException if it refuses some
     */
    void begin(ApiClient service) throws InterruptedException;

    /** What has not come of it yet. */
    List<String> outstanding(ApiClient service) throws InterruptedException;

    static void good(ApiClient.Answer answer) {
        if (!answer.isGood()) {
            throw new IllegalStateException("HTTP " + answer.status() + ": " + answer.problem());
        }
    }
}

package io.vedette.runtime.http;

import io.vedette.runtime.access.Authentication;
import io.vedette.runtime.audit.Audit;
import io.vedette.runtime.config.HttpConfig;
import java.util.List;

/**
 * Who may come in, and where it is written down.
 *
 * @param authentication finds out who calls
 * @param audit hears of changes and refusals
 */
public record Access(Authentication authentication, Audit audit) {

    /** By the configuration alone: keys and issuer, without those of a topic, and nothing is written down. */
    public static Access of(HttpConfig config) {
        return new Access(Authentication.of(config.auth(), List.of(), List.of()), Audit.NONE);
    }
}

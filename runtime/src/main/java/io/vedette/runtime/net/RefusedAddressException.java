package io.vedette.runtime.net;

import java.net.UnknownHostException;

/** A receiver that must not be connected to.  The message names it, and the setting that would permit it. */
public final class RefusedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1;

    RefusedAddressException(String message) {
        super(message);
    }
}

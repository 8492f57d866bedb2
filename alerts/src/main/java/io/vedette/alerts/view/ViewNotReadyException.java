package io.vedette.alerts.view;

import org.jspecify.annotations.Nullable;

/** The view can't be searched now. */
public final class ViewNotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ViewNotReadyException(@Nullable String reason) {
        super(reason);
    }
}

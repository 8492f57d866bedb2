package io.vedette.runtime.audit;

import io.vedette.schemas.AuditEntry;

/** Where it is written down who did what.  Never blocks and never throws: a full log stops nobody.  Thread-safe. */
@FunctionalInterface
public interface Audit {

    /** Writes nothing down. */
    Audit NONE = entry -> {};

    void record(AuditEntry entry);
}

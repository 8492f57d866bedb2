package io.vedette.app.acl;

import io.vedette.runtime.access.Access;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;

/**
 * A permission that somebody needs.
 *
 * @param role who, and for what
 * @param principal as whom the broker knows it, such as {@code User:vedette-ingest}
 * @param access what it is allowed
 */
public record Grant(Role role, String principal, Access access) {

    private static final String ANY_HOST = "*";

    /** As Kafka has it. */
    public AclBinding binding() {
        return new AclBinding(
                access.resource(),
                new AccessControlEntry(principal, ANY_HOST, access.operation(), AclPermissionType.ALLOW));
    }
}

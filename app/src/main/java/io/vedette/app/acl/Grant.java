package io.vedette.app.acl;

import io.vedette.runtime.permission.Permission;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;

/**
 * A permission that somebody needs.
 *
 * @param role who, and for what
 * @param principal as whom the broker knows it, such as {@code User:vedette-ingest}
 * @param permission what it is allowed
 */
public record Grant(Role role, String principal, Permission permission) {

    private static final String ANY_HOST = "*";

    /** As Kafka has it. */
    public AclBinding binding() {
        return new AclBinding(
                permission.resource(),
                new AccessControlEntry(principal, ANY_HOST, permission.operation(), AclPermissionType.ALLOW));
    }
}

package io.vedette.runtime.permission;

import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourcePattern;

/**
 * One thing that a service does in Kafka, for which its principal needs a permission of its own.
 *
 * @param resource a topic, a group, or the transactional ids that begin alike
 * @param operation what it does with it; whoever reads, writes or deletes may describe, too
 * @param label what it is, in words that are the same whatever prefix and ids are configured
 */
public record Permission(ResourcePattern resource, AclOperation operation, String label) {

    /** Whether it is the same permission, whatever it is called. */
    boolean isSame(Permission other) {
        return resource.equals(other.resource) && operation == other.operation;
    }

    @Override
    public String toString() {
        return operation + " " + resource.resourceType() + " " + resource.name();
    }
}

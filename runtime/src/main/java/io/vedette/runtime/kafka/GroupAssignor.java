package io.vedette.runtime.kafka;

import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.StickyAssignor;
import org.jspecify.annotations.Nullable;

/** How a group of consumers shares its partitions. */
public final class GroupAssignor {

    private GroupAssignor() {}

    /**
     * The class name of the assignor.
     *
     * <p>Where what stays with an instance goes on during a rebalance (KIP-429), partitions that move belong to nobody until who
     * had them joins a second time.  A static member that goes away just then, and comes back, is given what it had without
     * any rebalance (KIP-345): nobody would ever have the others.  So static members give up and get all at once.
     *
     * @param instanceId of a static member; null for one that is not
     */
    public static String of(@Nullable String instanceId) {
        return (instanceId == null ? CooperativeStickyAssignor.class : StickyAssignor.class).getName();
    }
}

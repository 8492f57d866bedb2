package io.vedette.runtime.kafka;

import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.StickyAssignor;
import org.jspecify.annotations.Nullable;

/** How a group of consumers shares its partitions. */
public final class GroupAssignor {

    private GroupAssignor() {}

    /**
     * The class names of the assignors, as {@code partition.assignment.strategy} takes them; the first that all members know.
     *
     * <p>Where what stays with an instance goes on during a rebalance (KIP-429), partitions that move belong to nobody until who
     * had them joins a second time.  A static member that goes away just then, and comes back, is given what it had without
     * any rebalance (KIP-345): nobody would ever have the others.  So static members give up and get all at once.  They name
     * the other assignor as well, for a group takes nobody with whom it has none in common: members of a build of before that
     * knew only that one are replaced one by one.  A consumer that names both gives up all, whichever the group takes.
     *
     * @param instanceId of a static member; null for one that is not
     */
    public static String of(@Nullable String instanceId) {
        String cooperative = CooperativeStickyAssignor.class.getName();
        return instanceId == null ? cooperative : StickyAssignor.class.getName() + "," + cooperative;
    }
}

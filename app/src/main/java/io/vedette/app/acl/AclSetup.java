package io.vedette.app.acl;

import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** Gives permissions; takes none away. */
public final class AclSetup {

    private final Configuration configuration;

    public AclSetup(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * How what there is compares with what is needed.
     *
     * @param missing to be given
     * @param superfluous what the same principals may do and need not
     */
    public record Difference(List<AclBinding> missing, List<AclBinding> superfluous) {}

    /**
     * Compares, and changes nothing.
     *
     * @throws StartupException if the broker stays away, refuses, or has no authorizer
     */
    public Difference difference(List<Grant> grants) throws InterruptedException {
        try (Admin admin = admin()) {
            return difference(admin, grants);
        }
    }

    /**
     * Gives what is missing.
     *
     * @return as it was before
     * @throws StartupException if the broker stays away, refuses, or has no authorizer
     */
    public Difference apply(List<Grant> grants) throws InterruptedException {
        try (Admin admin = admin()) {
            Difference difference = difference(admin, grants);
            if (!difference.missing().isEmpty()) {
                admin.createAcls(difference.missing()).all().get();
            }
            return difference;
        } catch (ExecutionException e) {
            throw failed(e);
        }
    }

    private Admin admin() {
        return Admin.create(new KafkaClients(configuration.kafka()).admin());
    }

    private Difference difference(Admin admin, List<Grant> grants) throws InterruptedException {
        Set<AclBinding> wanted = new LinkedHashSet<>();
        Set<String> principals = new LinkedHashSet<>();
        for (Grant grant : grants) {
            wanted.add(grant.binding());
            principals.add(grant.principal());
        }
        Set<AclBinding> found = new HashSet<>();
        for (String principal : principals) {
            found.addAll(of(admin, principal));
        }
        List<AclBinding> missing = new ArrayList<>(wanted);
        missing.removeAll(found);
        List<AclBinding> superfluous =
                found.stream().filter(binding -> !wanted.contains(binding)).toList();
        return new Difference(missing, superfluous);
    }

    private Collection<AclBinding> of(Admin admin, String principal) throws InterruptedException {
        try {
            return admin.describeAcls(new AclBindingFilter(
                            ResourcePatternFilter.ANY,
                            new AccessControlEntryFilter(principal, null, AclOperation.ANY, AclPermissionType.ANY)))
                    .values()
                    .get();
        } catch (ExecutionException e) {
            throw failed(e);
        }
    }

    private StartupException failed(ExecutionException e) {
        Throwable cause = e.getCause();
        String at = "the broker at " + configuration.kafka().bootstrapServers();
        if (cause instanceof SecurityDisabledException) {
            return new StartupException(
                    ExitCode.CONFIG,
                    at + " has no authorizer, so that anybody may do anything; set authorizer.class.name there",
                    e);
        }
        if (cause instanceof AuthorizationException) {
            return new StartupException(
                    ExitCode.CONFIG,
                    at + " does not let this principal see or change ACLs; run this as a super user, or as one that may"
                            + " describe and alter the cluster",
                    e);
        }
        return new StartupException(
                ExitCode.UNAVAILABLE, at + " did not do it (" + cause + "); check kafka.bootstrap.servers", e);
    }
}

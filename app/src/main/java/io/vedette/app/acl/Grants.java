package io.vedette.app.acl;

import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.permission.Permission;
import io.vedette.runtime.permission.Permissions;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What everybody needs under a configuration, and nothing more.  Connects to nothing. */
public final class Grants {

    private Grants() {}

    /**
     * The permissions of some roles, in the order of the roles.
     *
     * @param principals of roles that have not their own, {@link Role#principal()}
     */
    public static List<Grant> of(Configuration configuration, Collection<Role> roles, Map<Role, String> principals) {
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
            Topics topics = new Topics(configuration.topics().settings(), serdes);
            return roles.stream()
                    .sorted()
                    .flatMap(role -> permissions(role, configuration, topics).stream()
                            .map(permission ->
                                    new Grant(role, principals.getOrDefault(role, role.principal()), permission)))
                    .toList();
        }
    }

    /** With what the HTTP server does, which every service has. */
    private static List<Permission> permissions(Role role, Configuration configuration, Topics topics) {
        List<Permission> all = new ArrayList<>(role.permissions(configuration, topics));
        if (Role.SERVICES.contains(role)) {
            all.addAll(new Permissions(configuration.topics().settings().prefix())
                    .write(List.of(topics.audit()))
                    .readAndWrite(List.of(topics.keys()))
                    .list());
        }
        return all;
    }
}

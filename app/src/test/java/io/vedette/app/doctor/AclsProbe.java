package io.vedette.app.doctor;

import io.vedette.app.acl.Grant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** What the doctor finds of permissions alone, for tests that ask often. */
public final class AclsProbe {

    private AclsProbe() {}

    /** @param principal a client of the one whose permissions they should be */
    public static List<Finding> look(Admin principal, List<Grant> grants)
            throws ExecutionException, InterruptedException {
        return new AclsCheck(principal, grants).look();
    }
}

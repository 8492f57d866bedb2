package io.vedette.app.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.app.embedded.SecuredBroker;
import io.vedette.app.topics.TopicSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens without each permission: every service is started and used with all that it is granted but one, in turn.  Of
 * permissions that are alike, such as those of changelogs, one is tried.  Takes an hour; run it with
 * {@code -Dvedette.acls=all}, or with a regular expression of its rows instead of {@code all}.  What it finds is in
 * {@code target/without.tsv}, and has to be what {@code without.tsv} of the main resources says.
 */
@EnabledIfSystemProperty(named = "vedette.acls", matches = ".+")
class MissingAclsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Path FOUND = Path.of("target", "without.tsv");

    @TempDir
    Path folder;

    @Test
    void isAsTheTableSays() throws Exception {
        String wanted = System.getProperty("vedette.acls");
        List<String> found = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        Files.createDirectories(FOUND.toAbsolutePath().getParent());
        try (SecuredBroker broker = SecuredBroker.start(folder)) {
            int number = 0;
            Set<String> kinds = new LinkedHashSet<>();
            for (Role role : Role.SERVICES) {
                for (Grant grant : grants(broker, role, "c0")) {
                    String kind = Without.kind(grant);
                    if (!kinds.add(kind) || !(wanted.equals("all") || kind.matches(wanted))) {
                        continue;
                    }
                    Without.Row seen = attempt(broker, role, kind, "c" + ++number);
                    found.add(seen.line());
                    Files.write(FOUND, found);
                    Without.Effect known =
                            Without.of(grant).map(Without.Row::effect).orElse(null);
                    if (known != seen.effect()) {
                        wrong.add(kind + ": " + seen.effect() + ", the table says " + known + "; " + seen.sign());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Without.Row attempt(SecuredBroker broker, Role role, String kind, String name) throws Exception {
        Map<String, String> user = broker.password(role.user());
        List<Grant> grants = grants(broker, role, name);
        Grant missing = grants.stream()
                .filter(grant -> Without.kind(grant).equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no permission is " + kind));
        boolean canaries = kind.matches("alerts (topic (articles|canaries)|group canary) .*");
        try (Trial trial = new Trial(broker, role, user, canaries, folder, name);
                Admin admin = broker.admin()) {
            new TopicSetup(trial.superUser()).create();
            trial.createForeignTopic(admin);
            Set<AclBinding> granted = grants.stream()
                    .filter(grant -> !grant.equals(missing))
                    .map(Grant::binding)
                    .collect(Collectors.toSet());
            admin.createAcls(granted).all().get();
            await().atMost(PATIENCE).until(() -> admin.describeAcls(AclBindingFilter.ANY)
                    .values()
                    .get()
                    .containsAll(granted));
            Without.Row row = trial.run(kind);
            System.out.println(row.line());
            return row;
        }
    }

    private List<Grant> grants(SecuredBroker broker, Role role, String name) {
        return Grants.of(TrialSettings.of(broker.certificate("broker"), true, folder, name), List.of(role), Map.of());
    }
}

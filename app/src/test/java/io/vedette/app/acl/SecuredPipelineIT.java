package io.vedette.app.acl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.Vedette;
import io.vedette.app.doctor.AclsProbe;
import io.vedette.app.doctor.Doctor;
import io.vedette.app.doctor.Finding;
import io.vedette.app.doctor.Finding.Status;
import io.vedette.app.embedded.SecuredBroker;
import io.vedette.app.terminal.Terminal;
import io.vedette.app.topics.TopicSetup;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a broker with TLS and an authorizer, with nothing but the permissions that {@code vedette topics acls} gives: ingest logs
 * in with a password, enrichment with a token, alerting with a certificate.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecuredPipelineIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Set<String> TAKEN = Set.of(
            "READ secured.articles",
            "DELETE secured-enrich-by-id-repartition",
            "READ secured-enrich-stories",
            "WRITE secured-enrich-");

    @TempDir
    static Path folder;

    private static SecuredBroker broker;
    private static SecuredPipeline pipeline;
    private static List<Grant> grants;

    @BeforeAll
    static void start() throws Exception {
        broker = SecuredBroker.start(folder, "vedette-alerts");
        Map<Role, Map<String, String>> clients = Map.of(
                Role.INGEST, broker.password(Role.INGEST.user()),
                Role.ENRICH, broker.token(Role.ENRICH.user()),
                Role.ALERTS, broker.certificate(Role.ALERTS.user()),
                Role.REPROCESS, broker.password(Role.REPROCESS.user()),
                Role.READER, broker.password(Role.READER.user()),
                Role.PRODUCER, broker.token(Role.PRODUCER.user()));
        pipeline = new SecuredPipeline(broker, clients, folder, "secured");
        new TopicSetup(pipeline.superUser()).create();
        grants = Grants.of(pipeline.superUser(), List.of(Role.values()), Map.of());
    }

    @AfterAll
    static void stop() {
        if (pipeline != null) {
            pipeline.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    @Order(1)
    void whatIsGivenOnceIsNotGivenAgain() throws Exception {
        AclSetup setup = new AclSetup(pipeline.superUser());
        assertThat(setup.difference(grants).missing()).hasSize(grants.size());

        assertThat(setup.apply(grants).missing()).hasSize(grants.size());

        // a broker learns from its controller what there is
        patiently().untilAsserted(() -> assertThat(setup.apply(grants))
                .isEqualTo(new AclSetup.Difference(List.of(), List.of())));
    }

    @Test
    @Order(2)
    void articlesGoInAndAlertsComeOut() throws Exception {
        Role.SERVICES.forEach(pipeline::start);
        patiently().untilAsserted(() -> assertThat(pipeline.troubles()).isEmpty());

        pipeline.use(pipeline.configuration(Role.PRODUCER));

        Configuration reader = pipeline.configuration(Role.READER);
        String desk = pipeline.topics().channelAlerts("desk").name();
        patiently().untilAsserted(() -> assertThat(
                        pipeline.keys(pipeline.topics().alertsJson().name(), reader, Role.READER.user() + "-1"))
                .contains(SecuredPipeline.WATCH));
        patiently().untilAsserted(() -> assertThat(pipeline.keys(desk)).contains(SecuredPipeline.WATCH));
        assertThat(pipeline.troubles()).isEmpty();
    }

    @Test
    @Order(3)
    void nothingIsGrantedOfTopicsThatStreamsDoesNotMake() throws Exception {
        Set<String> named = new TreeSet<>();
        grants.stream()
                .map(grant -> grant.permission().resource())
                .filter(resource -> resource.resourceType() == ResourceType.TOPIC)
                .forEach(resource -> {
                    assertThat(resource.patternType()).isEqualTo(PatternType.LITERAL);
                    named.add(resource.name());
                });

        try (Admin admin = broker.admin()) {
            assertThat(admin.listTopics().names().get()).containsAll(named);
        }
    }

    @Test
    @Order(4)
    void whoReadsMayNotWriteAndWhoWritesMayNotRead() {
        String articles = pipeline.topics().articles().name();

        assertThatThrownBy(() -> pipeline.keys(articles, pipeline.configuration(Role.READER), null))
                .isInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> pipeline.keys(articles, pipeline.configuration(Role.PRODUCER), null))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    @Order(5)
    void theDoctorFindsNothingWrongAndThenWhatIsTakenAway() throws Exception {
        for (Role role : Role.PROGRAMS) {
            assertThat(acls(role)).as(role.label()).allMatch(finding -> finding.status() == Status.OK);
        }

        List<AclBindingFilter> taken = grants.stream()
                .filter(grant -> grant.role() == Role.ENRICH)
                .filter(grant -> TAKEN.contains(grant.permission().operation() + " "
                        + grant.permission().resource().name()))
                .map(grant -> grant.binding().toFilter())
                .toList();
        assertThat(taken).hasSize(TAKEN.size());
        try (Admin admin = broker.admin()) {
            admin.deleteAcls(taken).all().get();
        }

        patiently().untilAsserted(() -> assertThat(acls(Role.ENRICH))
                .extracting(finding -> finding.what().replaceFirst(":.*", ""))
                .containsExactlyInAnyOrder(
                        "enrich may not read topic secured.articles",
                        "enrich may not delete topic secured-enrich-by-id-repartition",
                        "enrich may not read group secured-enrich-stories",
                        "enrich may not write transactional id secured-enrich-*"));
        assertThat(acls(Role.ENRICH))
                .extracting(Finding::remedy)
                .containsOnly("vedette topics acls --role enrich --apply");
    }

    @Test
    @Order(6)
    void whatIsMissingIsToldGivenAndThenThere() throws Exception {
        Run missing = run("topics", "acls", "--apply", "--dry-run");
        assertThat(missing.code()).isZero();
        assertThat(missing.out().lines())
                .hasSize(TAKEN.size())
                .allMatch(line -> line.startsWith("User:vedette-enrich"));
        assertThat(missing.err()).contains(TAKEN.size() + " would be given");

        assertThat(run("topics", "acls", "--apply").err()).contains(TAKEN.size() + " given");

        patiently()
                .untilAsserted(() -> assertThat(acls(Role.ENRICH)).allMatch(finding -> finding.status() == Status.OK));
        assertThat(run("topics", "acls", "--apply", "--dry-run").err()).contains("0 would be given");
    }

    @Test
    @Order(7)
    void topicsThatAreAsConfiguredDoNotDifferAndOthersAreNamed() throws Exception {
        assertThat(run("topics", "diff").code()).isZero();

        Run differs = run("topics", "diff", "--format", "json", "-Dtopics.retention.articles=1h");

        assertThat(differs.code()).isEqualTo(1);
        JsonNode difference =
                Json.MAPPER.readTree(differs.out().lines().findFirst().orElse(""));
        assertThat(difference.path("topic").asText()).startsWith("secured.");
        assertThat(difference.path("remedy").asText()).isNotEmpty();
        assertThat(differs.out()).doesNotContain("\033");
    }

    @Test
    @Order(8)
    void theDoctorFindsEachPermissionThatIsTakenAwayAndNoOther() throws Exception {
        for (Role role : Role.PROGRAMS) {
            String user = "probe-" + role.label();
            List<Grant> all = Grants.of(pipeline.superUser(), List.of(role), Map.of(role, "User:" + user));
            try (Admin admin = broker.admin();
                    Admin probe = Admin.create(new HashMap<>(broker.password(user)))) {
                admin.createAcls(all.stream().map(Grant::binding).toList())
                        .all()
                        .get();
                for (Grant grant : all) {
                    if (isGivenByAnother(grant, all)) {
                        continue;
                    }
                    admin.deleteAcls(List.of(grant.binding().toFilter())).all().get();
                    patiently().pollInterval(Duration.ofMillis(20)).untilAsserted(() -> assertThat(
                                    AclsProbe.look(probe, all))
                            .filteredOn(finding -> finding.status() != Status.UNKNOWN)
                            .singleElement()
                            .satisfies(finding -> assertThat(finding.what()).startsWith(missing(grant))));
                    admin.createAcls(List.of(grant.binding())).all().get();
                }
            }
        }
    }

    @Test
    @Order(9)
    void whoTagsAgainNeedsNothingElse() throws Exception {
        Path names = Files.createDirectory(folder.resolve("names"));
        Files.writeString(names.resolve("my-places.tsv"), "geo:701404\t\t\t\t\t\t\t\t\tMonday\n");

        Run run = runAs(
                broker.password(Role.REPROCESS.user()), "reprocess", "--since", "1h", "-Dtagging.gazetteer=" + names);

        assertThat(run.err()).containsPattern("[1-9][0-9]* articles corrected");
        assertThat(run.code()).isZero();
    }

    /** Enrichment fails while a permission is missing, in threads of its own, and may say so late. */
    private static ConditionFactory patiently() {
        return await().dontCatchUncaughtExceptions().atMost(PATIENCE);
    }

    private static boolean isGivenByAnother(Grant grant, List<Grant> all) {
        ResourcePattern resource = grant.permission().resource();
        return all.stream()
                .filter(other -> !other.equals(grant)
                        && other.permission().operation() == grant.permission().operation())
                .map(other -> other.permission().resource())
                .anyMatch(other -> other.resourceType() == resource.resourceType()
                        && other.patternType() == PatternType.PREFIXED
                        && resource.name().startsWith(other.name()));
    }

    private static String missing(Grant grant) {
        ResourcePattern resource = grant.permission().resource();
        String type = resource.resourceType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return grant.role().label() + " may not "
                + grant.permission().operation().name().toLowerCase(Locale.ROOT) + " " + type + " " + resource.name();
    }

    private record Run(int code, String out, String err) {}

    /** As an administrator. */
    private static Run run(String... arguments) {
        return runAs(broker.certificate("broker"), arguments);
    }

    private static Run runAs(Map<String, String> client, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        SecuredPipeline.settings(client, folder, "secured").forEach((key, value) -> all.add("-D" + key + "=" + value));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                Vedette.run(Terminal.of(new ByteArrayInputStream(new byte[0]), out, err), all.toArray(String[]::new));
        return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static List<Finding> acls(Role role) throws InterruptedException {
        return new Doctor(pipeline.configuration(role), List.of(role), Clock.systemUTC())
                .examine(finding -> {}).stream()
                        .filter(finding -> finding.check().equals("acls"))
                        .toList();
    }
}

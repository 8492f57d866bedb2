package io.vedette.app.acl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;

class GrantsTest {

    private static final Configuration CONFIGURATION = Configuration.of(Map.of(
            "topics.prefix", "news.",
            "enrich.applicationId", "tagging",
            "delivery.channels.0.name", "desk",
            "delivery.channels.0.type", "topic",
            "ingest.kafka.0.id", "wire",
            "ingest.kafka.0.topic", "wire.items",
            "ingest.kafka.1.id", "afar",
            "ingest.kafka.1.topic", "afar.items",
            "ingest.kafka.1.settings.bootstrap.servers", "afar:9092"));

    @Test
    void eachPermissionIsThereOnce() {
        List<Grant> grants = grants(Role.values());

        assertThat(grants).extracting(Grant::binding).doesNotHaveDuplicates();
    }

    @Test
    void namesAndGroupsFollowTheConfiguration() {
        assertThat(names(Role.ENRICH))
                .contains("news.articles", "tagging-by-id-repartition", "tagging-stories-open-stories-changelog")
                .noneMatch(name -> name.startsWith("vedette"));
    }

    @Test
    void aTopicOfOthersIsReadUnlessItIsInAnotherCluster() {
        assertThat(names(Role.INGEST))
                .contains("wire.items", "vedette-ingest-kafka-wire")
                .doesNotContain("afar.items");
    }

    @Test
    void noServiceMayDeleteOrCreateWhatIsNotItsOwn() {
        assertThat(grants(Role.values()))
                .filteredOn(grant -> Set.of(AclOperation.CREATE, AclOperation.DELETE)
                        .contains(grant.permission().operation()))
                .extracting(grant -> grant.permission().resource().name())
                .allMatch(name -> name.startsWith("tagging-") || name.startsWith("vedette-alerts-"));
    }

    @Test
    void whoReadsNeverWrites() {
        assertThat(grants(Role.READER))
                .extracting(grant -> grant.permission().operation())
                .containsOnly(AclOperation.READ);
        assertThat(grants(Role.PRODUCER))
                .extracting(grant -> grant.permission().operation())
                .containsOnly(AclOperation.WRITE);
    }

    @Test
    void theScriptIsOneCommandForEachThingWithWhatAShellMustNotReadQuoted() {
        List<Grant> grants =
                Grants.of(CONFIGURATION, List.of(Role.PRODUCER), Map.of(Role.PRODUCER, "User:CN=o'neill,O=News"));

        assertThat(AclFormat.SH.write(grants, "kafka:9092"))
                .contains(
                        "kafka-acls.sh --bootstrap-server 'kafka:9092' --command-config",
                        "\n# producer\n",
                        "acls --allow-principal 'User:CN=o'\\''neill,O=News' --operation Write --topic"
                                + " 'news.articles'\n");
    }

    @Test
    void jsonSaysWhatTheScriptDoes() throws Exception {
        JsonNode acls = Json.MAPPER
                .readTree(AclFormat.JSON.write(grants(Role.INGEST), "kafka:9092"))
                .path("acls");

        assertThat(acls).anySatisfy(acl -> {
            assertThat(acl.path("principal").asText()).isEqualTo("User:vedette-ingest");
            assertThat(acl.path("resourceType").asText()).isEqualTo("transactional-id");
            assertThat(acl.path("name").asText()).isEqualTo("vedette-ingest-");
            assertThat(acl.path("patternType").asText()).isEqualTo("prefixed");
            assertThat(acl.path("operations").toString()).isEqualTo("[\"Write\"]");
        });
    }

    @Test
    void whatWasTriedWithoutIsWhatThereIs() {
        Set<String> kinds = grants(Role.values()).stream().map(Without::kind).collect(Collectors.toSet());

        assertThat(kinds).containsAll(Without.kinds());
    }

    @Test
    void whatWasTriedWithoutIsInTheManual() throws Exception {
        String manual = Files.readString(Path.of("../docs/security.md"));

        assertThat(grants(Role.SERVICES.toArray(Role[]::new)))
                .flatMap(grant -> Without.of(grant).stream().toList())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(manual)
                        .contains("| `" + row.kind() + "` | " + row.effect().words() + " | " + row.sign() + " |"));
    }

    private static Set<String> names(Role role) {
        return grants(role).stream()
                .map(grant -> grant.permission().resource().name())
                .collect(Collectors.toSet());
    }

    private static List<Grant> grants(Role... roles) {
        return Grants.of(CONFIGURATION, List.of(roles), Map.of());
    }
}

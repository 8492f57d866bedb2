package io.vedette.app.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.tenant.TenantRoutes.Closed;
import io.vedette.app.tenant.TenantRoutes.Lists;
import io.vedette.app.tenant.TenantRoutes.Names;
import io.vedette.app.tenant.TenantRoutes.Request;
import io.vedette.app.tenant.TenantRoutes.Tried;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Other tenants try each route of the API with what belongs to {@code acme}.  A route without an entry in the table fails, so that
 * none comes to be without being tried.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class TenantsIT {

    @TempDir
    private static Path folder;

    private TenantServer server;
    private String job;
    private String key;

    @BeforeAll
    void start() throws Exception {
        server = new TenantServer(folder);
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(() -> {
            assertThat(server.send(Owned.OWNER, "GET", "/api/alerts", "").body())
                    .contains(Owned.SECRET);
            assertThat(server.send(Owned.OWNER, "GET", "/api/deliveries", "").body())
                    .contains(Owned.SECRET);
            assertThat(server.send(Owned.OWNER, "PUT", "/api/watches/melitopol", Owned.watch(Owned.SECRET))
                            .statusCode())
                    .isEqualTo(200);
        });
        server.send(Owned.OWNER, "POST", "/api/watches/melitopol/silence", "{\"reason\":\"" + Owned.SECRET + "\"}");
        job = TenantServer.json(server.send(Owned.OWNER, "POST", "/api/backtests", Owned.backtest("melitopol")))
                .path("id")
                .asText();
        key = TenantServer.json(server.send(
                        Owned.OWNER, "POST", "/api/keys", "{\"name\":\"" + Owned.SECRET + "\",\"scopes\":[\"read\"]}"))
                .path("id")
                .asText();
        await().untilAsserted(() -> assertThat(
                        server.send(Owned.OWNER, "GET", "/api/silences", "").body())
                .contains(Owned.SECRET));
    }

    @AfterAll
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void everyRouteIsTried() {
        assertThat(table().keySet()).isEqualTo(server.routes());
    }

    @Test
    @Order(2)
    void whatIsTheHousesIsClosedToTenantsWhateverTheirScopes() throws Exception {
        for (Map.Entry<String, Tried> entry : table().entrySet()) {
            if (entry.getValue() == Closed.HOUSE) {
                String[] route = entry.getKey().split(" ");
                assertThat(server.send("rival", route[0], route[1].replaceAll("\\{[^}]*}", "1"), "")
                                .statusCode())
                        .as(entry.getKey())
                        .isEqualTo(403);
                assertThat(server.tenantRoutes()).doesNotContain(entry.getKey());
            }
        }
    }

    @Test
    @Order(3)
    void theOwnerSeesWhatIsItsOwn() throws Exception {
        for (Map.Entry<String, Tried> entry : table().entrySet()) {
            if (entry.getValue() instanceof Lists lists && lists.mine() != null) {
                String method = entry.getKey().split(" ")[0];
                assertThat(server.send(Owned.OWNER, method, lists.mine(), "").body())
                        .as(entry.getKey())
                        .containsAnyOf(Owned.SECRET, Owned.WATCH, Owned.OLD);
            }
        }
        assertThat(TenantServer.json(server.send(Owned.OWNER, "GET", "/api/articles/" + Owned.OLD, ""))
                        .path("alerted")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @Order(4)
    void nobodySeesOrChangesWhatIsAnothers() throws Exception {
        String before =
                server.send(Owned.OWNER, "GET", "/api/watches/melitopol", "").body();
        for (String other : Owned.OTHERS) {
            for (Map.Entry<String, Tried> entry : table().entrySet()) {
                String method = entry.getKey().split(" ")[0];
                if (entry.getValue() instanceof Lists lists) {
                    for (Request asked : lists.asked()) {
                        assertTellsNothing(
                                server.send(other, method, asked.path(), asked.body()), other, entry.getKey(), asked);
                    }
                } else if (entry.getValue() instanceof Names names) {
                    for (Request asked : names.asked()) {
                        TenantServer.Answer answer = server.send(other, method, asked.path(), asked.body());
                        assertTellsNothing(answer, other, entry.getKey(), asked);
                        if (answer.statusCode() / 100 == 2) {
                            assertThat(answer.body())
                                    .as("%s %s of %s may only be of its own", method, asked, other)
                                    .contains(other + ":");
                        } else {
                            // never that there is such a thing, but not for them
                            assertThat(answer.statusCode())
                                    .as("%s %s of %s", method, asked, other)
                                    .isIn(400, 404);
                        }
                    }
                }
            }
        }

        assertThat(server.send(Owned.OWNER, "GET", "/api/watches/melitopol", "").body())
                .isEqualTo(before);
        assertThat(server.send(Owned.OWNER, "GET", "/api/silences", "").body()).contains(Owned.SECRET);
        assertThat(server.send(Owned.OWNER, "GET", "/api/backtests", "").body()).contains(job);
        assertThat(server.send(Owned.OWNER, "GET", "/api/keys", "").body()).contains(key);
        JsonNode deliveries = TenantServer.json(server.send(Owned.OWNER, "GET", "/api/deliveries", ""));
        assertThat(deliveries.path("open").findValuesAsText("status")).containsExactly("PARKED");
        assertThat(TenantServer.json(server.send(Owned.OWNER, "GET", "/api/alerts/" + Owned.ALERT, ""))
                        .path("status")
                        .asText())
                .isEqualTo("OPEN");
        assertThat(server.send("operator", "GET", "/api/watches", "").body())
                .as("nothing was put among another's watches")
                .doesNotContain("acme:new");
    }

    @Test
    @Order(5)
    void anArticleIsCommonAndThatItAlertedSomebodyIsNot() throws Exception {
        assertThat(TenantServer.json(server.send(Owned.OWNER, "GET", "/api/articles/" + Owned.NEW, ""))
                        .path("alerted")
                        .asBoolean())
                .isTrue();
        JsonNode seen = TenantServer.json(server.send("rival", "GET", "/api/articles", ""));
        assertThat(seen.path("items").findValuesAsText("id")).containsExactly(Owned.NEW);
        assertThat(seen.path("items").get(0).path("alerted").asBoolean()).isFalse();
        assertThat(TenantServer.json(server.send("rival", "GET", "/api/articles?total=true&watch=" + Owned.WATCH, ""))
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    @Order(6)
    void theStreamOfAnotherIsSilent() throws Exception {
        assertThat(server.stream(Owned.OWNER, "")).contains(Owned.SECRET);
        assertThat(server.stream("rival", "")).doesNotContain(Owned.SECRET).doesNotContain(Owned.ALERT);
        assertThat(server.stream("rival", "?watch=" + Owned.WATCH)).doesNotContain(Owned.SECRET);
    }

    @Test
    @Order(7)
    void aKeyStaysWithTheTenantWhoseAdminMadeIt() throws Exception {
        String secret = TenantServer.json(
                        server.send("rival", "POST", "/api/keys", "{\"name\":\"child\",\"scopes\":[\"admin\"]}"))
                .path("key")
                .asText();

        assertThat(TenantServer.json(server.send(secret, "GET", "/api/keys", ""))
                        .findValuesAsText("tenant"))
                .containsOnly("rival");
        assertThat(server.send(secret, "GET", "/api/sources", "").statusCode()).isEqualTo(403);
        for (String tenant : List.of("acme", "house", "", "Rival", "rival:")) {
            assertThat(server.send(
                                    secret,
                                    "POST",
                                    "/api/keys",
                                    "{\"name\":\"x\",\"scopes\":[\"read\"],\"tenant\":\"" + tenant + "\"}")
                            .statusCode())
                    .as("a key for \"%s\"", tenant)
                    .isEqualTo(400);
        }
        assertThat(TenantServer.json(server.send(
                                "operator",
                                "POST",
                                "/api/keys",
                                "{\"name\":\"n\",\"scopes\":[\"read\"],\"tenant\":\"new\"}"))
                        .path("tenant")
                        .asText())
                .isEqualTo("new");
    }

    @Test
    @Order(8)
    void noMoreWatchesAndBacktestsThanATenantMayHave() throws Exception {
        for (int i = 0; i < 5; i++) {
            server.send("full", "PUT", "/api/watches/w" + i, Owned.watch("one"));
        }

        TenantServer.Answer refused = server.send("full", "PUT", "/api/watches/w9", Owned.watch("one more"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("alerts.api.tenantWatches");
        assertThat(server.send("full", "PUT", "/api/watches/w4", Owned.watch("changed"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send("full", "PUT", "/api/watches/w0", Owned.watchOn("acme-post"))
                        .body())
                .contains("there is no channel")
                .doesNotContain(Owned.OWNER + " ");
    }

    private Map<String, Tried> table() {
        return TenantRoutes.all(job, key);
    }

    private void assertTellsNothing(TenantServer.Answer answer, String other, String route, Request asked) {
        assertThat(answer.statusCode())
                .as("%s %s", route, asked)
                .isNotEqualTo(500)
                .isNotIn(401, 403);
        assertThat(answer.body())
                .as("what %s is told at %s by %s", other, route, asked)
                .doesNotContain(Owned.SECRET);
        if (route.equals("GET /api/audit")) {
            // which has what they have tried themselves
            assertThat(answer.body()).as(other).doesNotContain("\"tenant\":\"acme\"");
        } else if (answer.statusCode() / 100 == 2) {
            assertThat(answer.body())
                    .as("what %s is told at %s by %s", other, route, asked)
                    .doesNotContain("\"acme:")
                    .doesNotContain(Owned.ALERT)
                    .doesNotContain(Owned.OLD)
                    .doesNotContain(job)
                    .doesNotContain(key);
        }
    }
}

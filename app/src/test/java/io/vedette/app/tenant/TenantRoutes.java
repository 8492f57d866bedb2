package io.vedette.app.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Each route of the API, and how tenants try there what belongs to another. */
final class TenantRoutes {

    /** Who comes through the gate of a route, and what others ask there. */
    interface Tried {}

    enum Closed implements Tried {
        /** Tells nothing of anybody. */
        OPEN,
        /** For whoever runs Vedette. */
        HOUSE
    }

    /**
     * A list, in which nothing of the owner's may be.
     *
     * @param mine a request with which the owner sees what is its own; null if there is nothing to see
     * @param asked paths with queries, and bodies
     */
    record Lists(String mine, List<Request> asked) implements Tried {}

    /** Requests that name what is the owner's: answered as if there were nothing. */
    record Names(List<Request> asked) implements Tried {}

    record Request(String path, String body) {}

    private TenantRoutes() {}

    /**
     * By method and path.
     *
     * @param job a back-test of the owner's
     * @param key an API key of the owner's
     */
    static Map<String, Tried> all(String job, String key) {
        Map<String, Tried> table = new TreeMap<>();
        for (String open : List.of(
                "GET /api/openapi.json", "GET /api/watches/_applied", "GET /health/live", "GET /health/ready")) {
            table.put(open, Closed.OPEN);
        }
        for (String house : List.of(
                "GET /metrics",
                "GET /topology",
                "POST /api/articles",
                "GET /api/evidence/{file}/{offset}",
                "GET /api/evidence/{file}/{offset}/body",
                "GET /api/sources",
                "POST /api/sources",
                "POST /api/sources/test",
                "GET /api/sources/{id}",
                "PUT /api/sources/{id}",
                "DELETE /api/sources/{id}",
                "POST /api/sources/{id}/pause",
                "POST /api/sources/{id}/resume")) {
            table.put(house, Closed.HOUSE);
        }
        table.put(
                "GET /api/alerts",
                lists(
                        "/api/alerts",
                        "/api/alerts?total=true",
                        "/api/alerts?watch=" + Owned.WATCH,
                        "/api/alerts?watch=*",
                        "/api/alerts?q=" + Owned.SECRET,
                        "/api/alerts?format=csv",
                        "/api/alerts?format=geojson"));
        table.put("GET /api/alerts/stream", Closed.OPEN); // reads on and on: see theStreamOfAnotherIsSilent
        table.put("GET /api/alerts/{id}", names("/api/alerts/%s", ids(Owned.ALERT), ""));
        table.put(
                "POST /api/alerts/{id}/feedback",
                new Names(List.of(
                        new Request("/api/alerts/" + Owned.ALERT + "/feedback", "{\"what\":\"ACKNOWLEDGE\"}"),
                        new Request(
                                "/api/alerts/" + Owned.ALERT + "/feedback",
                                "{\"what\":\"ACKNOWLEDGE\",\"watchId\":\"" + Owned.WATCH + "\"}"),
                        new Request(
                                "/api/alerts/" + Owned.ALERT + "/feedback",
                                "{\"what\":\"ACKNOWLEDGE\",\"watchId\":\"rival:own\"}"),
                        new Request(
                                "/api/alerts/never-seen/feedback",
                                "{\"what\":\"ACKNOWLEDGE\",\"watchId\":\"" + Owned.WATCH + "\"}"))));
        table.put(
                "GET /api/articles",
                lists(
                        "/api/articles?watch=" + Owned.WATCH,
                        "/api/articles?watch=" + Owned.WATCH,
                        "/api/articles?status=OPEN",
                        "/api/articles?label=" + Owned.SECRET,
                        "/api/articles?total=true&to=-40d",
                        "/api/articles?format=ndjson&severity=WARNING"));
        table.put("GET /api/articles/{id}", names("/api/articles/%s", List.of(Owned.OLD), ""));
        table.put("GET /api/claims", new Lists(null, List.of(new Request("/api/claims?watch=" + Owned.WATCH, ""))));
        table.put(
                "GET /api/audit",
                lists(
                        "/api/audit",
                        "/api/audit?tenant=acme",
                        "/api/audit?who=acme",
                        "/api/audit?cursor=0&what=melitopol"));
        table.put("GET /api/backtests", new Lists(null, List.of(new Request("/api/backtests", ""))));
        table.put(
                "POST /api/backtests",
                new Names(List.of(
                        new Request("/api/backtests", Owned.backtest(Owned.WATCH)),
                        new Request("/api/backtests", Owned.backtest("ACME:melitopol")),
                        new Request("/api/backtests", Owned.backtest(":melitopol")))));
        table.put("GET /api/backtests/{id}", names("/api/backtests/%s", List.of(job), ""));
        table.put("DELETE /api/backtests/{id}", names("/api/backtests/%s", List.of(job), ""));
        table.put(
                "GET /api/deliveries",
                lists(
                        "/api/deliveries",
                        "/api/deliveries?watch=" + Owned.WATCH,
                        "/api/deliveries?alert=" + Owned.ALERT,
                        "/api/deliveries?channel=" + Owned.CHANNEL + "&status=parked"));
        table.put(
                "POST /api/deliveries/retry",
                new Lists(
                        null,
                        List.of(
                                new Request("/api/deliveries/retry", ""),
                                new Request("/api/deliveries/retry?channel=" + Owned.CHANNEL, ""))));
        table.put(
                "GET /api/deliveries/{alert}/{channel}",
                names("/api/deliveries/%s/" + Owned.CHANNEL, ids(Owned.ALERT), ""));
        table.put(
                "POST /api/deliveries/{alert}/{channel}/retry",
                names("/api/deliveries/%s/" + Owned.CHANNEL + "/retry", ids(Owned.ALERT), ""));
        table.put(
                "POST /api/explain",
                new Names(List.of(
                        new Request("/api/explain", "{\"watchId\":\"" + Owned.WATCH + "\",\"text\":\"They left.\"}"),
                        new Request("/api/explain", "{\"query\":\"secret\",\"articleId\":\"" + Owned.OLD + "\"}"))));
        table.put(
                "GET /api/brief",
                lists(
                        "/api/brief?since=7d",
                        "/api/brief?since=100d",
                        "/api/brief?since=100d&alert=" + Owned.ALERT,
                        "/api/brief?since=100d&watch=" + Owned.WATCH,
                        "/api/brief?since=100d&format=markdown",
                        "/api/brief?since=100d&format=html"));
        table.put(
                "GET /api/map",
                new Lists(
                        null,
                        List.of(
                                new Request("/api/map?from=-100d", ""),
                                new Request("/api/map?from=-100d&watch=" + Owned.WATCH, ""),
                                new Request("/api/map?from=-100d&label=" + Owned.SECRET, ""))));
        table.put(
                "GET /api/suggest",
                lists(
                        "/api/suggest?of=watch&q=" + Owned.SECRET,
                        "/api/suggest?of=watch&q=acme",
                        "/api/suggest?of=watch&q=melitopol",
                        "/api/suggest?of=source&q=Example"));
        table.put("GET /api/trends", names("/api/trends?series=watch:%s", watchIds(), ""));
        table.put("GET /api/keys", lists("/api/keys", "/api/keys"));
        table.put(
                "POST /api/keys",
                new Names(List.of(
                        new Request("/api/keys", "{\"name\":\"x\",\"scopes\":[\"read\"],\"tenant\":\"acme\"}"),
                        new Request("/api/keys", "{\"name\":\"x\",\"scopes\":[\"admin\"],\"tenant\":\"house\"}"),
                        new Request("/api/keys", "{\"name\":\"x\",\"scopes\":[\"admin\"],\"tenant\":\"\"}"))));
        table.put("DELETE /api/keys/{id}", names("/api/keys/%s", List.of(key), ""));
        table.put("GET /api/silences", lists("/api/silences", "/api/silences"));
        table.put(
                "GET /api/watches",
                lists(
                        "/api/watches",
                        "/api/watches?q=" + Owned.SECRET,
                        "/api/watches?q=melitopol&after=acm",
                        "/api/watches?format=csv"));
        table.put(
                "POST /api/watches",
                new Names(List.of(
                        new Request("/api/watches", "{\"id\":\"acme:new\",\"query\":\"secret\"}"),
                        new Request("/api/watches", "{\"id\":\"" + Owned.WATCH + "\",\"query\":\"secret\"}"),
                        new Request(
                                "/api/watches",
                                "{\"id\":\"new\",\"query\":\"secret\",\"channels\":[\"acme-post\"]}"))));
        table.put(
                "POST /api/watches/test",
                new Lists(
                        null,
                        List.of(new Request(
                                "/api/watches/test", "{\"query\":\"left\",\"article\":{\"text\":\"They left.\"}}"))));
        table.put(
                "POST /api/watches/check",
                new Lists(
                        null,
                        List.of(
                                new Request("/api/watches/check", "{\"query\":\"melitopol\"}"),
                                new Request("/api/watches/check", "{\"id\":\"melitopol\",\"query\":\"melitopol\"}"),
                                new Request("/api/watches/check", Owned.watchOn(Owned.CHANNEL)))));
        table.put("GET /api/watches/{id}/versions", names("/api/watches/%s/versions", watchIds(), ""));
        table.put("GET /api/watches/{id}", names("/api/watches/%s", watchIds(), ""));
        table.put("PUT /api/watches/{id}", names("/api/watches/%s", watchIds(), Owned.watch("of somebody else")));
        table.put("DELETE /api/watches/{id}", names("/api/watches/%s", watchIds(), ""));
        table.put("GET /api/watches/{id}/feed.atom", names("/api/watches/%s/feed.atom", watchIds(), ""));
        table.put("GET /api/watches/{id}/feed.rss", names("/api/watches/%s/feed.rss", watchIds(), ""));
        table.put("GET /api/watches/{id}/stats", names("/api/watches/%s/stats", watchIds(), ""));
        table.put(
                "POST /api/watches/{id}/silence",
                names("/api/watches/%s/silence", watchIds(), "{\"reason\":\"of somebody else\"}"));
        table.put("DELETE /api/watches/{id}/silence", names("/api/watches/%s/silence", watchIds(), ""));
        table.put(
                "GET /api/watches/{id}/status/{partition}/{offset}",
                names("/api/watches/%s/status/0/0", watchIds(), ""));
        return table;
    }

    private static Lists lists(String mine, String... asked) {
        List<Request> requests = new ArrayList<>(List.of(new Request(mine, "")));
        for (String path : asked) {
            requests.add(new Request(path, ""));
        }
        return new Lists(mine, requests);
    }

    private static Names names(String path, List<String> ids, String body) {
        return new Names(ids.stream()
                .map(id -> new Request(String.format(path, id), body))
                .toList());
    }

    private static List<String> ids(String id) {
        return List.of(id, id.toUpperCase(Locale.ROOT), id + "%20", "%2e%2e%2f" + id, "x%2F" + id, id + "%00");
    }

    /** The owner's watch, as others might write it to get past a comparison. */
    private static List<String> watchIds() {
        return List.of(
                Owned.WATCH,
                "acme%3Amelitopol",
                "acme%253Amelitopol",
                "ACME:melitopol",
                "Acme%3amelitopol",
                "acme%2Fmelitopol",
                "rival:%2e%2e%2facme:melitopol",
                "%2e%2e%2facme:melitopol",
                "..%2Facme:melitopol",
                ":melitopol",
                ":acme:melitopol",
                "rival:acme:melitopol",
                "acme2:acme:melitopol",
                "acme:acme:melitopol",
                // CYRILLIC SMALL LETTER A, FULLWIDTH COLON, RATIO, zero width space
                "%D0%B0cme:melitopol",
                "acme%EF%BC%9Amelitopol",
                "acme%E2%88%B6melitopol",
                "acme%E2%80%8B:melitopol",
                "acme:melitopol%00",
                "%20acme:melitopol",
                "acme:melitopol%20",
                "acme:melitopol;rival:x",
                "*",
                "acme:*");
    }
}

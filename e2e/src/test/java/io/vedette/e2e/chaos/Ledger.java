package io.vedette.e2e.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was sent and what became of it, seen from outside: of each article how often it stands on {@code enriched}, of each alert
 * how often on {@code alerts} and {@code alerts.json}, and how often the receiver took it.  Thread-safe.
 */
final class Ledger {

    private final List<Article> articles = new ArrayList<>();
    private final Map<String, Article> byId = new HashMap<>();
    private final Map<String, Article> unfinished = new LinkedHashMap<>();
    private final Map<String, RaisedAlert> alerts = new HashMap<>();
    private int deadLetters;
    private int deliveries;

    /** One article, from when it was due. */
    private static final class Article {
        final String id;
        final boolean alerting;
        final long dueNanos;
        long enrichedNanos;
        int enriched;
        final List<RaisedAlert> alerts = new ArrayList<>(1);

        Article(String id, boolean alerting) {
            this.id = id;
            this.alerting = alerting;
            this.dueNanos = System.nanoTime();
        }

        boolean isFinished() {
            return enriched > 0 && (!alerting || alerts.stream().anyMatch(RaisedAlert::isEverywhere));
        }
    }

    /** One alert, by its id. */
    private static final class RaisedAlert {
        /** Null until a record says which. */
        Article article;

        int avro;
        int json;
        int delivered;

        boolean isEverywhere() {
            return avro > 0 && json > 0 && delivered > 0;
        }
    }

    /** An article is due; from now on it is looked for. */
    synchronized void due(String id, boolean alerting) {
        Article article = new Article(id, alerting);
        if (byId.putIfAbsent(id, article) != null) {
            throw new IllegalArgumentException("article " + id + " was sent before");
        }
        articles.add(article);
        unfinished.put(id, article);
    }

    synchronized void enriched(String id) {
        Article article = byId.get(id);
        if (article == null) {
            // A canary of Vedette's own.
            return;
        }
        article.enriched++;
        if (article.enriched == 1) {
            article.enrichedNanos = System.nanoTime();
        }
        check(article);
    }

    synchronized void alert(String alertId) {
        alerts.computeIfAbsent(alertId, id -> new RaisedAlert()).avro++;
        checkAll(alertId);
    }

    synchronized void alertAsJson(String alertId, String articleId) {
        assign(alertId, articleId).json++;
        checkAll(alertId);
    }

    synchronized void delivered(String alertId, String articleId) {
        assign(alertId, articleId).delivered++;
        deliveries++;
        checkAll(alertId);
    }

    synchronized void deadLetter() {
        deadLetters++;
    }

    synchronized int deadLetters() {
        return deadLetters;
    }

    /** How many were ever due; the number of the next. */
    synchronized int size() {
        return articles.size();
    }

    /** How long the oldest article waits for whatever is still missing of it. */
    synchronized Duration oldestUnfinished() {
        return unfinished.values().stream()
                .findFirst()
                .map(article -> Duration.ofNanos(System.nanoTime() - article.dueNanos))
                .orElse(Duration.ZERO);
    }

    /** What came of the articles from one number up to another. */
    synchronized Tally tally(int from, int to) {
        Tally tally = new Tally();
        for (Article article : articles.subList(from, to)) {
            tally.articles++;
            tally.expectedAlerts += article.alerting ? 1 : 0;
            count(article, tally);
        }
        return tally;
    }

    /** Alerts that no article explains. */
    synchronized List<String> strayAlerts() {
        return alerts.entrySet().stream()
                .filter(alert -> alert.getValue().article == null)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void count(Article article, Tally tally) {
        if (article.enriched == 0) {
            tally.miss("enriched", article.id);
        } else {
            tally.longest(Duration.ofNanos(article.enrichedNanos - article.dueNanos));
        }
        if (article.enriched > 1) {
            tally.repeat("enriched " + article.enriched + " times", article.id);
        }
        if (article.alerting && article.alerts.isEmpty()) {
            tally.miss("alert", article.id);
        }
        if (article.alerts.size() > (article.alerting ? 1 : 0)) {
            tally.repeat(article.alerts.size() + " alerts", article.id);
        }
        for (RaisedAlert alert : article.alerts) {
            count(alert, article.id, tally);
        }
    }

    private static void count(RaisedAlert alert, String article, Tally tally) {
        if (alert.avro != 1 || alert.json != 1) {
            String words = alert.avro + " on alerts, " + alert.json + " on alerts.json";
            if (alert.avro == 0 || alert.json == 0) {
                tally.miss(words, article);
            } else {
                tally.repeat(words, article);
            }
        }
        if (alert.delivered == 0) {
            tally.miss("delivery", article);
        }
        tally.deliveries += alert.delivered;
        tally.deliveredAgain += Math.max(0, alert.delivered - 1);
    }

    private RaisedAlert assign(String alertId, String articleId) {
        RaisedAlert alert = alerts.computeIfAbsent(alertId, id -> new RaisedAlert());
        Article article = byId.get(articleId);
        if (article != null && alert.article == null) {
            alert.article = article;
            article.alerts.add(alert);
        }
        return alert;
    }

    private void checkAll(String alertId) {
        Article article = alerts.get(alertId).article;
        if (article != null) {
            check(article);
        }
    }

    private void check(Article article) {
        if (article.isFinished()) {
            unfinished.remove(article.id);
        }
    }
}

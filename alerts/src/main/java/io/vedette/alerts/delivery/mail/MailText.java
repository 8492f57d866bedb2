package io.vedette.alerts.delivery.mail;

import io.vedette.alerts.delivery.channel.AlertText;
import io.vedette.schemas.Alert;
import java.util.List;

/** What a mail says, as plain text and as HTML in which nothing of an article is markup. */
final class MailText {

    private MailText() {}

    static String subject(List<Alert> alerts) {
        Alert newest = alerts.get(alerts.size() - 1);
        return alerts.size() == 1
                ? AlertText.subject(newest)
                : alerts.size() + " alerts, the newest: " + AlertText.subject(newest);
    }

    static String plain(List<Alert> alerts) {
        StringBuilder text = new StringBuilder();
        for (Alert alert : alerts) {
            if (!text.isEmpty()) {
                text.append("\n----\n\n");
            }
            plain(text, alert);
        }
        return text.toString();
    }

    static String html(List<Alert> alerts) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n");
        alerts.forEach(alert -> html(html, alert));
        return html.append("</body></html>\n").toString();
    }

    private static void plain(StringBuilder text, Alert alert) {
        text.append(AlertText.subject(alert)).append('\n');
        append(text, AlertText.provenance(alert), "", "\n");
        String link = AlertText.link(alert);
        append(text, link == null ? "" : link, "", "\n");
        AlertText.reasons(alert).forEach(reason -> append(text, reason, "\n> ", "\n"));
        append(text, AlertText.evidence(alert), "\n", "\n");
        append(text, alert.getQuery(), "\nThe watch asks for: ", "\n");
    }

    private static void html(StringBuilder html, Alert alert) {
        String link = AlertText.link(alert);
        String headline = AlertText.escaped(AlertText.headline(alert));
        html.append("<h3>").append(AlertText.escaped(AlertText.watch(alert))).append("</h3>\n<p><strong>");
        html.append(link == null ? headline : "<a href=\"" + AlertText.escaped(link) + "\">" + headline + "</a>");
        html.append("</strong><br>").append(AlertText.escaped(alert.getSeverity()));
        append(html, AlertText.escaped(AlertText.provenance(alert)), ", ", "");
        html.append("</p>\n");
        AlertText.reasons(alert)
                .forEach(reason -> append(html, AlertText.escaped(reason), "<blockquote>", "</blockquote>\n"));
        append(html, AlertText.escaped(AlertText.evidence(alert)), "<p><small>", "</small></p>\n");
        append(
                html,
                AlertText.escaped(alert.getQuery()),
                "<p><small>The watch asks for: <code>",
                "</code></small></p>\n");
    }

    private static void append(StringBuilder text, String part, String before, String after) {
        if (!part.isBlank()) {
            text.append(before).append(part).append(after);
        }
    }
}

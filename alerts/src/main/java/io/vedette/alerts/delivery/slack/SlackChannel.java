package io.vedette.alerts.delivery.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.alerts.delivery.channel.AlertText;
import io.vedette.alerts.delivery.channel.Channel;
import io.vedette.alerts.delivery.channel.Outcome;
import io.vedette.alerts.delivery.channel.Parcel;
import io.vedette.alerts.delivery.http.Poster;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Alert;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Posts alerts as messages to an incoming webhook, with nothing but the {@code text} that Slack, Mattermost and Rocket.Chat
 * all show; several alerts of a digest are one message.
 */
public final class SlackChannel implements Channel {

    /** Slack cuts longer messages into several. */
    private static final int MOST_CHARACTERS = 3_500;

    private final URI url;
    private final Poster poster;

    /** @param poster becomes this channel's, and is closed with it */
    public SlackChannel(URI url, Poster poster) {
        this.url = url;
        this.poster = poster;
    }

    @Override
    public Outcome deliver(List<Parcel> parcels) {
        ObjectNode message = Json.MAPPER.createObjectNode();
        message.put("text", text(parcels.stream().map(Parcel::alert).toList()));
        String keys = parcels.get(0).idempotencyKey();
        return poster.post(url, message.toString().getBytes(StandardCharsets.UTF_8), Map.of("Idempotency-Key", keys));
    }

    @Override
    public void close() {
        poster.close();
    }

    static String text(List<Alert> alerts) {
        if (alerts.size() == 1) {
            Alert alert = alerts.get(0);
            String reasons = AlertText.reasons(alert).stream()
                    .map(reason -> "\n> " + escaped(reason))
                    .collect(Collectors.joining());
            String evidence = AlertText.evidence(alert);
            return line(alert) + reasons + (evidence.isEmpty() ? "" : "\n" + escaped(evidence));
        }
        StringBuilder text = new StringBuilder("*" + alerts.size() + " alerts*");
        int shown = 0;
        for (Alert alert : alerts) {
            String next = "\n• " + line(alert);
            if (text.length() + next.length() > MOST_CHARACTERS) {
                break;
            }
            text.append(next);
            shown++;
        }
        return shown == alerts.size() ? text.toString() : text + "\nand " + (alerts.size() - shown) + " more";
    }

    private static String line(Alert alert) {
        String severity = alert.getSeverity().equals("INFO") ? "" : "*" + escaped(alert.getSeverity()) + "* ";
        String link = AlertText.link(alert);
        String headline = escaped(AlertText.headline(alert));
        String linked = link == null
                ? headline
                : "<" + escaped(link).replace("|", "%7C") + "|" + headline.replace("|", "¦") + ">";
        String provenance = AlertText.provenance(alert);
        return severity + "*" + escaped(AlertText.watch(alert)) + "*: " + linked
                + (provenance.isEmpty() ? "" : " (" + escaped(provenance) + ")");
    }

    /** What Slack's documentation asks to be escaped; with it go mentions such as {@code <!channel>}. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

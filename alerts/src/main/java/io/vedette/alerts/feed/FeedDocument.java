package io.vedette.alerts.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import io.vedette.alerts.delivery.channel.AlertText;
import io.vedette.alerts.view.AlertHit;
import io.vedette.schemas.Alert;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * A feed of one watch.  Its id and those of its entries say nothing of where it was fetched, so that a reader knows an entry
 * again whichever instance it asks.
 *
 * @param title of the watch
 * @param address where it is asked for
 */
record FeedDocument(String watchId, String title, String address) {

    private static final String AUTHOR = "Vedette";

    /** @param alerts the newest first */
    String write(FeedFormat format, List<AlertHit> alerts) throws FeedException {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType(format.type());
        feed.setTitle(legal(title));
        feed.setDescription(legal("Alerts of the watch " + watchId));
        feed.setUri("urn:vedette:watch:" + encoded(watchId));
        String watch = address.substring(0, address.lastIndexOf('/'));
        if (format == FeedFormat.ATOM) {
            feed.setLinks(
                    List.of(link("self", address, format.mediaType()), link("alternate", watch, "application/json")));
        } else {
            feed.setLink(watch);
        }
        feed.setAuthor(AUTHOR);
        feed.setPublishedDate(
                Date.from(alerts.isEmpty() ? Instant.EPOCH : alerts.get(0).raisedAt()));
        feed.setEncoding("UTF-8");
        feed.setEntries(alerts.stream().map(FeedDocument::entry).toList());
        return new SyndFeedOutput().outputString(feed);
    }

    private static SyndEntry entry(AlertHit hit) {
        Alert alert = hit.alert();
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri("urn:vedette:alert:" + encoded(alert.getId()));
        entry.setTitle(legal(AlertText.headline(alert)));
        String link = AlertText.link(alert);
        if (link != null) {
            entry.setLink(legal(link));
        }
        String source = alert.getSource();
        entry.setAuthor(source == null || source.isBlank() ? AUTHOR : legal(source));
        entry.setPublishedDate(Date.from(hit.raisedAt()));
        entry.setUpdatedDate(Date.from(hit.raisedAt()));
        SyndContent text = new SyndContentImpl();
        // readers take descriptions for HTML
        text.setType("html");
        List<String> lines = new ArrayList<>(AlertText.reasons(alert));
        lines.add(AlertText.evidence(alert));
        text.setValue(AlertText.escaped(legal(String.join("\n", lines).strip())).replace("\n", "<br/>"));
        entry.setDescription(text);
        return entry;
    }

    private static SyndLink link(String relation, String address, String type) {
        SyndLink link = new SyndLinkImpl();
        link.setRel(relation);
        link.setHref(address);
        link.setType(type);
        return link;
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without what no XML document may have (XML 1.0, 2.2). */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .filter(c -> c != 0xFFFE && c != 0xFFFF)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }
}

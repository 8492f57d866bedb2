package io.vedette.alerts.delivery.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.vedette.alerts.delivery.channel.AlertText;
import io.vedette.alerts.delivery.feed.FeedStore.Entry;
import io.vedette.runtime.http.Routes;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** The newest alerts of a watch as Atom (RFC 4287) and RSS 2.0; an empty feed for one of which nothing is known. */
public final class FeedApi implements Routes {

    private final FeedStore store;

    public FeedApi(FeedStore store) {
        this.store = store;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/watches/{id}/feed.atom", ctx -> answer(ctx, "atom_1.0", "application/atom+xml"));
        routes.get("/api/watches/{id}/feed.rss", ctx -> answer(ctx, "rss_2.0", "application/rss+xml"));
    }

    private void answer(Context ctx, String format, String type) throws FeedException {
        String watch = ctx.pathParam("id");
        SyndFeed feed = feed(watch, store.of(watch), ctx.url());
        feed.setFeedType(format);
        // readers ask again and again: what is new shows in the entries
        ctx.contentType(type + "; charset=utf-8").result(new SyndFeedOutput().outputString(feed));
    }

    private static SyndFeed feed(String watch, List<Entry> entries, String address) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setTitle(legal(entries.isEmpty() ? watch : entries.get(0).watch()));
        feed.setDescription(legal("Alerts of the watch " + watch));
        feed.setLink(address);
        feed.setUri(address);
        feed.setPublishedDate(
                Date.from(entries.isEmpty() ? Instant.EPOCH : entries.get(0).at()));
        feed.setEncoding("UTF-8");
        feed.setEntries(entries.stream().map(FeedApi::entry).toList());
        return feed;
    }

    private static SyndEntry entry(Entry alert) {
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri("urn:vedette:alert:" + legal(alert.alertId()));
        entry.setTitle(legal(alert.title()));
        if (alert.link() != null) {
            entry.setLink(legal(alert.link()));
        }
        entry.setAuthor(legal(alert.source()));
        entry.setPublishedDate(Date.from(alert.at()));
        entry.setUpdatedDate(Date.from(alert.at()));
        SyndContent text = new SyndContentImpl();
        // readers take descriptions for HTML
        text.setType("html");
        text.setValue(AlertText.escaped(legal(alert.text())).replace("\n", "<br/>"));
        entry.setDescription(text);
        return entry;
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

package io.vedette.bench.world;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;

/** A feed to which an item is added now and then, and what was ever sent of it.  Thread-safe. */
final class PlayedFeed {

    static final String DOMAIN = ".world.test";

    private static final int FIRST = 10;
    private static final int SHOWN = 20;
    private static final String SENTENCE = " The harbour of the town was closed on the order of the governor, said the"
            + " captain of the guard, and nobody knew for how long it would be so.";

    private final int number;
    private final Temper temper;
    private final Duration period;
    private final Instant begun;
    private final BitSet sent = new BitSet();
    private int requests;

    PlayedFeed(int number, Instant begun) {
        this.number = number;
        this.temper = Temper.of(number);
        this.period = period(number);
        this.begun = begun.minus(period.multipliedBy(number % 97).dividedBy(97));
    }

    /** Most change a few times a day, some every minute. */
    private static Duration period(int number) {
        int place = number * 31 % 100;
        return place < 2
                ? Duration.ofMinutes(1)
                : place < 12
                        ? Duration.ofMinutes(5)
                        : place < 42 ? Duration.ofMinutes(30) : place < 82 ? Duration.ofHours(2) : Duration.ofHours(12);
    }

    String id() {
        return "f" + number;
    }

    String host() {
        return id() + DOMAIN;
    }

    Temper temper() {
        return temper;
    }

    /** Counts up from 1. */
    synchronized int request() {
        return ++requests;
    }

    synchronized int requests() {
        return requests;
    }

    /** The number of its newest item. */
    int newest(Instant now) {
        return FIRST + (int) Duration.between(begun, now).dividedBy(period);
    }

    /** The feed whose newest item is that. */
    byte[] feed(int newest, int port) {
        StringBuilder feed = new StringBuilder(SHOWN * 1_200);
        feed.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\""
                        + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>")
                .append(id())
                .append("</title><link>http://")
                .append(host())
                .append("/</link>");
        for (int item = newest; item > newest - SHOWN && item > 0; item--) {
            String link = "http://" + host() + ":" + port + "/item/" + item;
            feed.append("<item><title>News ")
                    .append(item)
                    .append(" of ")
                    .append(id())
                    .append("</title><link>")
                    .append(link)
                    .append("</link><guid>")
                    .append(link)
                    .append("</guid><pubDate>")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            begun.plus(period.multipliedBy(item - FIRST)).atOffset(ZoneOffset.UTC)))
                    .append("</pubDate><content:encoded>Report ")
                    .append(item)
                    .append(" of ")
                    .append(id())
                    .append('.')
                    .append(SENTENCE.repeat(5))
                    .append("</content:encoded></item>");
        }
        return feed.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The feed with that newest item went out whole. */
    synchronized void sent(int newest) {
        sent.set(Math.max(1, newest - SHOWN + 1), newest + 1);
    }

    /** Items that went out at least once. */
    synchronized BitSet sent() {
        return (BitSet) sent.clone();
    }
}

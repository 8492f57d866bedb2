package io.vedette.app.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.app.terminal.Style;
import io.vedette.app.terminal.Terminal;
import io.vedette.ingest.html.ExtractedPage;
import io.vedette.ingest.item.Hints;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.item.LeftOut;
import io.vedette.ingest.probe.FeedLink;
import io.vedette.ingest.probe.Finding;
import io.vedette.ingest.source.Kind;
import io.vedette.ingest.web.WebAnswer.Document;
import io.vedette.runtime.json.Json;
import io.vedette.text.article.ArticleDate;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what an address gives: what it is, each item with its date and how much of its text, what was left out and why. */
public final class FindingPrinter {

    private static final int TITLE = 90;
    private static final String INDENT = " ".repeat(39);

    private final Terminal terminal;
    private final boolean json;
    private final int mostItems;

    /**
     * @param json whether a program reads it: an object a line
     * @param mostItems how many items are shown; all are counted
     */
    public FindingPrinter(Terminal terminal, boolean json, int mostItems) {
        this.terminal = terminal;
        this.json = json;
        this.mostItems = mostItems;
    }

    /** What it found; says whether that can be a source. */
    public boolean print(Finding finding) {
        if (finding instanceof Finding.Listed listed) {
            return listed(listed);
        } else if (finding instanceof Finding.Page page) {
            return page(page);
        }
        head(finding.document(), "nothing that can be a source");
        for (String reason : ((Finding.Nothing) finding).reasons()) {
            terminal.result(json ? object("reason").put("reason", reason).toString() : "  " + reason);
        }
        return false;
    }

    /**
     * How to add what was found; for people only.
     *
     * @param asked the address that was asked for; where it has moved for good is the better one
     * @param mapping by which a listing was read
     */
    public void howToAdd(URI asked, Finding finding, @Nullable String mapping) {
        if (json || finding instanceof Finding.Nothing) {
            return;
        }
        Kind kind = finding instanceof Finding.Listed listed ? listed.kind() : Kind.PAGE;
        URI moved = finding.document().movedTo();
        terminal.note("To add it: vedette source add '" + (moved == null ? asked : moved) + "'"
                + (kind == Kind.FEED ? "" : " --kind " + kind) + (mapping == null ? "" : " --mapping " + mapping));
    }

    /** What the page behind an item gives. */
    public void behind(Item item, ExtractedPage page) {
        if (json) {
            terminal.result(page(object("behind").put("url", item.article().url()), page)
                    .toString());
            return;
        }
        terminal.result("");
        terminal.result("The page behind " + item.article().url() + " gives " + inWords(page));
    }

    private boolean listed(Finding.Listed listed) {
        ItemList list = listed.list();
        head(listed.document(), "a " + listed.kind().name().toLowerCase(Locale.ROOT));
        about(list);
        list.items().stream().limit(mostItems).forEach(this::item);
        list.leftOut().forEach(this::leftOut);
        summary(list);
        return !list.items().isEmpty() || !list.parts().isEmpty();
    }

    private void head(Document document, String what) {
        URI moved = document.movedTo();
        if (json) {
            ObjectNode head = object("document")
                    .put("address", document.address().toString())
                    .put("is", what)
                    .put("contentType", document.contentType())
                    .put("bytes", document.body().length);
            terminal.result((moved == null ? head : head.put("movedTo", moved.toString())).toString());
            return;
        }
        terminal.result(Style.BOLD.on(document.address().toString(), terminal.colour()) + "  " + what + ", "
                + size(document.body().length)
                + (document.contentType() == null ? "" : ", " + document.contentType()));
        if (moved != null) {
            terminal.result("  it has moved for good: use " + moved);
        }
    }

    private void about(ItemList list) {
        List<String> facts = new ArrayList<>();
        add(facts, "", list.title());
        add(facts, "language ", list.language());
        Hints hints = list.hints();
        add(
                facts,
                "to be asked no sooner than after ",
                hints.ttl() == null ? null : hints.ttl().toMinutes() + " min");
        add(facts, "nothing new at hours ", hints.skipHours().isEmpty() ? null : hints.skipHours());
        add(facts, "nothing new on ", hints.skipDays().isEmpty() ? null : hints.skipDays());
        add(facts, "hub ", hints.hub());
        add(facts, "calls itself ", hints.self());
        if (json) {
            ObjectNode about = object("list").put("title", list.title()).put("language", list.language());
            about.put("hub", hints.hub() == null ? null : hints.hub().toString());
            terminal.result(about.put("parts", list.parts().size()).toString());
        } else if (!facts.isEmpty()) {
            terminal.result("  " + String.join(", ", facts));
        }
    }

    private static void add(List<String> facts, String what, @Nullable Object fact) {
        if (fact != null) {
            facts.add(what + fact);
        }
    }

    private void item(Item item) {
        if (json) {
            terminal.result(object("item")
                    .put("title", item.article().title())
                    .put("url", item.article().url())
                    .put("date", date(item).map(Instant::toString).orElse(null))
                    .put("dateAsGiven", item.article().date())
                    .put("dateFrom", item.dateFrom())
                    .put("fullText", item.fullText())
                    .put("characters", characters(item))
                    .put("author", item.article().author())
                    .put("forwardOf", item.forwardOf())
                    .toString());
            return;
        }
        String date = date(item)
                .map(at -> at.toString().substring(0, 16).replace('T', ' '))
                .orElse(item.article().date() == null ? "no date" : "date unreadable");
        String from = item.dateFrom() == null ? "" : item.dateFrom();
        String line = String.format(Locale.ROOT, "  %-16s %-8s %-11s ", date, from, text(item));
        terminal.result(line + Style.BOLD.on(shortened(item.article().title()), terminal.colour()));
        if (item.article().url() != null) {
            terminal.result(INDENT + Style.DIM.on(item.article().url(), terminal.colour()));
        }
        if (date(item).isEmpty() && item.article().date() != null) {
            terminal.result(INDENT + "its date is \"" + shortened(item.article().date()) + "\"");
        }
        if (item.forwardOf() != null) {
            terminal.result(INDENT + "forwarded from " + item.forwardOf());
        }
    }

    private static String text(Item item) {
        int characters = characters(item);
        if (characters == 0) {
            return "no text";
        }
        return (item.fullText() ? "full " : "teaser ") + characters;
    }

    private static int characters(Item item) {
        String text = item.article().text();
        return text == null ? 0 : text.strip().length();
    }

    private static Optional<Instant> date(Item item) {
        return Optional.ofNullable(item.article().date()).flatMap(ArticleDate::read);
    }

    private static String shortened(@Nullable String title) {
        if (title == null || title.isBlank()) {
            return "(no headline)";
        }
        return title.length() <= TITLE ? title : title.substring(0, TITLE - 1) + "…";
    }

    private void leftOut(LeftOut left) {
        terminal.result(
                json
                        ? object("leftOut")
                                .put("what", left.what())
                                .put("reason", left.reason())
                                .toString()
                        : "  " + Style.YELLOW.on("left out", terminal.colour()) + "  " + left.what() + ": "
                                + left.reason());
    }

    private void summary(ItemList list) {
        long full = list.items().stream().filter(Item::fullText).count();
        long undated =
                list.items().stream().filter(item -> date(item).isEmpty()).count();
        if (json) {
            terminal.result(object("summary")
                    .put("items", list.items().size())
                    .put("fullText", full)
                    .put("undated", undated)
                    .put("leftOut", list.leftOut().size())
                    .put("parts", list.parts().size())
                    .toString());
            return;
        }
        int items = list.items().size();
        terminal.result(items + (items == 1 ? " item: " : " items: ") + full + " with full text, "
                + (items - full) + " without, " + undated + " without a date; "
                + list.leftOut().size() + " left out"
                + (list.parts().isEmpty() ? "" : "; " + list.parts().size() + " further lists"));
    }

    private boolean page(Finding.Page found) {
        head(found.document(), "a page");
        if (json) {
            ArrayNode feeds = Json.MAPPER.createArrayNode();
            for (FeedLink feed : found.feeds()) {
                feeds.addObject().put("address", feed.address().toString()).put("title", feed.title());
            }
            ObjectNode page = page(object("page"), found.page());
            page.set("feeds", feeds);
            terminal.result(page.toString());
        } else {
            for (FeedLink feed : found.feeds()) {
                terminal.result(
                        "  links to the feed " + feed.address() + (feed.title() == null ? "" : "  " + feed.title()));
            }
            terminal.result("  as a PAGE it gives " + inWords(found.page()));
        }
        return !found.feeds().isEmpty() || !found.page().text().isBlank();
    }

    private static ObjectNode page(ObjectNode json, ExtractedPage page) {
        return json.put("title", page.title())
                .put(
                        "published",
                        page.published() == null ? null : page.published().toString())
                .put("language", page.language())
                .put("characters", page.text().length());
    }

    private static String inWords(ExtractedPage page) {
        if (page.text().isBlank()) {
            return "no article";
        }
        return page.text().length() + " characters, "
                + (page.title() == null ? "without a title" : "\"" + shortened(page.title()) + "\"") + ", "
                + (page.published() == null ? "without a date" : "published " + page.published())
                + (page.authors().isEmpty() ? "" : ", by " + String.join(", ", page.authors()));
    }

    private static ObjectNode object(String what) {
        return Json.MAPPER.createObjectNode().put("type", what);
    }

    private static String size(int bytes) {
        return bytes < 1_024 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0);
    }
}

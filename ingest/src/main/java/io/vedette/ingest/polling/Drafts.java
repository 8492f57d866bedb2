package io.vedette.ingest.polling;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.polling.Fetched.Listed;
import io.vedette.ingest.polling.Pages.Page;
import io.vedette.ingest.web.WebAnswer.Document;
import io.vedette.ingest.web.WebException;
import io.vedette.schemas.Origin;
import io.vedette.schemas.Source;
import io.vedette.text.article.ArticleMark;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes articles-to-be of the items of one list, with the pages behind them; for one poll. */
final class Drafts {

    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);
    private static final int FAILURES_THAT_TELL = 3;
    private static final Duration WORTH_WAITING_FOR = Duration.ofMinutes(5);

    private final Source source;
    private final Fetched list;
    private final Pages pages;
    private int left;
    private int failures;

    /** @param most pages to fetch */
    Drafts(Source source, Fetched list, Pages pages, int most) {
        this.source = source;
        this.list = list;
        this.pages = pages;
        this.left = most;
    }

    /** An article-to-be. */
    record Draft(ArticleInput input, Set<ArticleMark> marks, Origin origin, boolean fullText) {

        boolean undated() {
            return input.date() == null || input.date().isBlank();
        }
    }

    /**
     * The article of an item, with the text of its page if that is wanted and to be had.
     *
     * @param edited whether it went out before in another form
     * @return empty if its page has to wait for the next poll
     */
    Optional<Draft> of(Listed listed, boolean edited) throws InterruptedException {
        Item item = listed.item();
        Page page = null;
        if (wantsPage(item) && failures < FAILURES_THAT_TELL) {
            if (left == 0) {
                return Optional.empty();
            }
            left--;
            try {
                page = page(item);
            } catch (WebException e) {
                if (mayWait(e)) {
                    return Optional.empty();
                }
                failures += tellsOfAll(e) ? FAILURES_THAT_TELL : 1;
            }
        }
        return Optional.of(draft(listed, page, edited));
    }

    private boolean wantsPage(Item item) {
        return Pages.address(item.article().url()) != null
                && !source.getKind().equals("PAGE")
                && (source.getPage().equals("ALWAYS") || source.getPage().equals("TEASER") && !item.fullText());
    }

    /** The page, if it has more to say than the list. */
    private @Nullable Page page(Item item) throws WebException, InterruptedException {
        Optional<Page> page = pages.fetch(item, source.getEvidence());
        failures = 0;
        String teaser = item.article().text();
        return page.filter(p -> teaser == null || p.extracted().text().length() >= teaser.length())
                .orElse(null);
    }

    /** Its host was not even asked, and will be free soon. */
    private static boolean mayWait(WebException e) {
        Duration wait = e.retryAfter();
        return e.kind() == WebException.Kind.BUSY && (wait == null || wait.compareTo(WORTH_WAITING_FOR) <= 0);
    }

    /** Whether to ask for the other pages would only be a nuisance. */
    private boolean tellsOfAll(WebException e) {
        LOG.atDebug().addKeyValue("source", source.getId()).log("a page could not be had: {}", e.getMessage());
        return switch (e.kind()) {
            case THROTTLED, FORBIDDEN, BUSY, UNKNOWN_HOST, TLS, ADDRESS_REFUSED -> true;
            default -> false;
        };
    }

    private Draft draft(Listed listed, @Nullable Page page, boolean edited) {
        Item item = listed.item();
        boolean fullText = page != null || item.fullText();
        Set<ArticleMark> marks = EnumSet.noneOf(ArticleMark.class);
        if (!fullText) {
            marks.add(ArticleMark.TEASER);
        }
        if (edited) {
            marks.add(ArticleMark.EDITED);
        }
        Document document = page == null ? listed.list() : page.document();
        ArticleInput input = completed(page == null ? item.article() : Pages.merged(item, page), document);
        Origin origin = new Origin(
                source.getId(),
                item.key(),
                document.address().toString(),
                item.forwardOf(),
                dateFrom(item, page, input),
                source.getTextDelivery(),
                document.evidence());
        return new Draft(input, marks, origin, fullText);
    }

    /** With what is known of the source as a whole; an item without text goes in with its headline. */
    private ArticleInput completed(ArticleInput input, Document document) {
        boolean noText = input.text() == null || input.text().isBlank();
        return new ArticleInput(
                noText ? input.title() : input.text(),
                input.id(),
                input.title(),
                input.url(),
                first(source.getName(), input.source(), list.title()),
                input.date(),
                input.author(),
                first(input.language(), list.language(), source.getLanguage()),
                input.date() == null ? document.fetchedAt().toString() : null,
                input.embargoUntil());
    }

    private static String dateFrom(Item item, @Nullable Page page, ArticleInput input) {
        if (item.article().date() != null) {
            return Objects.requireNonNullElse(item.dateFrom(), "");
        }
        String onPage = page == null ? null : page.extracted().publishedFrom();
        return onPage == null || input.date() == null ? "fetched" : onPage;
    }

    private static @Nullable String first(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate;
            }
        }
        return candidates[candidates.length - 1];
    }
}

package io.vedette.ingest.polling;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.html.ExtractedPage;
import io.vedette.ingest.html.HtmlExtractor;
import io.vedette.ingest.item.Hints;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.item.ItemListReader;
import io.vedette.ingest.item.UnreadableListException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source that is one page, again and again: its own only item. */
final class PageReader implements ItemListReader {

    private final HtmlExtractor extractor = new HtmlExtractor();

    @Override
    public ItemList read(byte[] document, @Nullable String contentType, URI address) throws UnreadableListException {
        ExtractedPage page = extractor.extract(document, Pages.charset(contentType), address.toString());
        if (page.text().isBlank()) {
            throw new UnreadableListException("there is no article on the page");
        }
        ArticleInput article = ArticleInput.of(page, address.toString(), null);
        Item item = new Item(address.toString(), article, null, true, null);
        return new ItemList(page.siteName(), page.language(), List.of(item), List.of(), Hints.NONE, List.of());
    }
}

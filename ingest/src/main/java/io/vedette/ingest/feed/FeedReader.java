package io.vedette.ingest.feed;

import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.item.ItemListReader;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.xml.XmlBytes;
import io.vedette.ingest.xml.XmlDocument;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9 to 2.0, also as RDF, Atom 0.3 and 1.0, and JSON Feed 1.0 and 1.1, told apart by what the document holds and
 * not by what the server calls it.
 *
 * <p>Feeds are read as they are: in any encoding, not well-formed, of several formats at once, breaking off in the middle.
 * What is not well-formed is said in {@link ItemList#leftOut}.  Document types are passed over, so that there is nothing to
 * fetch or expand.  Immutable and thread-safe.
 */
public final class FeedReader implements ItemListReader {

    @Override
    public ItemList read(byte[] document, @Nullable String contentType, URI address) throws UnreadableListException {
        String text = XmlBytes.decode(document, contentType);
        String start = text.stripLeading();
        if (start.isEmpty()) {
            throw new UnreadableListException("it is empty");
        }
        if (start.charAt(0) == '{' || start.charAt(0) == '[') {
            return JsonFeed.read(start, address);
        }
        if (start.indexOf('<') < 0) {
            throw new UnreadableListException("it is neither XML nor JSON");
        }
        return XmlFeed.read(XmlDocument.parse(text), address);
    }
}

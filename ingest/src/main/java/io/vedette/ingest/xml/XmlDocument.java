package io.vedette.ingest.xml;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A document of XML, read whatever state it is in by jsoup's parser: tags that are not closed end with their parents, names
 * without a declared prefix keep it, HTML's entities are known.  A document type is passed over: no entity that it
 * declares is expanded, and nothing is fetched.  Nesting beyond {@value #MOST_DEPTH} elements is flattened.
 *
 * @param tree what it holds; perhaps no element, perhaps several side by side
 * @param source the text that was read, repaired
 * @param flaw where and how it is not well-formed, beyond what {@link XmlRepair} mends; null if it is
 */
public record XmlDocument(
        Document tree, String source, @Nullable String flaw) {

    private static final int MOST_DEPTH = 64;

    /** Reads a document.  Never throws, whatever the characters. */
    public static XmlDocument parse(String xml) {
        String repaired = XmlRepair.repair(xml);
        Parser parser = Parser.xmlParser().setMaxDepth(MOST_DEPTH);
        Document document = parser.parseInput(repaired, "");
        return new XmlDocument(document, repaired, flaw(XmlRepair.forStrictParser(repaired)));
    }

    /**
     * Whether the document breaks off within the last element of that name: it has no end, though others of that name have.
     */
    public boolean breaksOffWithin(String tagName) {
        String close = "</" + tagName;
        int lastClose = source.lastIndexOf(close);
        return lastClose >= 0 && source.lastIndexOf("<" + tagName) > lastClose;
    }

    private static @Nullable String flaw(String xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                reader.next();
            }
            return null;
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            return "line " + line + ": " + firstSentence(e.getMessage());
        } catch (RuntimeException e) {
            return e.toString(); // the platform's parser has thrown all sorts at documents that are none
        }
    }

    /** Without the position, which the platform's parser puts in front in three lines. */
    private static String firstSentence(@Nullable String message) {
        String text = message == null ? "" : message;
        int at = text.indexOf("Message: ");
        return (at < 0 ? text : text.substring(at + "Message: ".length()))
                .replaceAll("\\s+", " ")
                .strip();
    }
}

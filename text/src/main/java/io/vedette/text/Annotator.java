package io.vedette.text;

/** Tags documents.  Implementations are immutable and safe to use from many threads at once. */
public interface Annotator {

    /**
     * Tags one document, in time linear in its length.
     *
     * @return language, mentions and claims; never null, whatever the text
     */
    Annotations annotate(Document document);
}

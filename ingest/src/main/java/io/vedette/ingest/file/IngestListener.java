package io.vedette.ingest.file;

import io.vedette.ingest.article.BadInput;
import io.vedette.schemas.Article;

/** Is told how reading goes on, by the thread that reads. */
public interface IngestListener {

    /** Listens to nothing. */
    IngestListener NONE = new IngestListener() {};

    /** An article was read, and waits for its commit. */
    default void read(Article article) {}

    /** Something was refused. */
    default void rejected(BadInput bad) {}

    /** Something was passed over, since an earlier run had read it. */
    default void known() {}
}

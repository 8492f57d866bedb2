package io.vedette.ingest.file;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.BadInput;

/** Takes what a file holds, item by item. */
interface FileItems {

    /** The next article, which is item number {@code item} of its file. */
    void article(ArticleInput article, BadInput place, long item) throws InterruptedException;

    /** Something that is no article. */
    void bad(BadInput bad, long item) throws InterruptedException;

    /** The last item of the file that an earlier run has read; it may be given again, but need not.  0 if none. */
    long known();
}

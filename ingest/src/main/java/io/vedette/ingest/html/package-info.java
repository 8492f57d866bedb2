/** The article in a web page: its main text without menus and adverts, and what the page says about it. */
@NullMarked
package io.vedette.ingest.html;

import org.jspecify.annotations.NullMarked;

/**
 * Watches: standing questions to the news.  A query is compiled once, kept with many others in a set, and each article is
 * held against all of them at once.
 */
@NullMarked
package io.vedette.text.watch;

import org.jspecify.annotations.NullMarked;

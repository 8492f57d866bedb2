/** Tagged articles as a page to look at: one file, no script, nothing fetched. */
@NullMarked
package io.vedette.app.page;

import org.jspecify.annotations.NullMarked;

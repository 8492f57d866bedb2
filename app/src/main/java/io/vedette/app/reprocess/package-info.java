/** Tags retained articles again and corrects the alerts that come out otherwise. */
@NullMarked
package io.vedette.app.reprocess;

import org.jspecify.annotations.NullMarked;

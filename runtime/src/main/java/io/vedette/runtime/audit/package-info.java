/** Who changed what over HTTP, and who was refused: on a topic. */
@NullMarked
package io.vedette.runtime.audit;

import org.jspecify.annotations.NullMarked;

/** Keys to the HTTP API that are kept on a topic: read, made and revoked. */
@NullMarked
package io.vedette.runtime.keys;

import org.jspecify.annotations.NullMarked;

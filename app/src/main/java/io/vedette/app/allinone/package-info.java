/** Broker, registry and every service in one process. */
@NullMarked
package io.vedette.app.allinone;

import org.jspecify.annotations.NullMarked;

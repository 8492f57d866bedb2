/** What is closed when a command ends, however it ends. */
@NullMarked
package io.vedette.app.lifecycle;

import org.jspecify.annotations.NullMarked;

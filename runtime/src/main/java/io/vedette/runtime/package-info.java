/** What every service is made of: its life, its health and the codes it ends with. */
@NullMarked
package io.vedette.runtime;

import org.jspecify.annotations.NullMarked;

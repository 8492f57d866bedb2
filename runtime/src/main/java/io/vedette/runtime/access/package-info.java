/** Who calls, and what they may do: keys, tokens, scopes, and how much one caller may take. */
@NullMarked
package io.vedette.runtime.access;

import org.jspecify.annotations.NullMarked;

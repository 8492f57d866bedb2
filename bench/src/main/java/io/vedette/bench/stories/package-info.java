/** How fast articles get their stories, and what that takes to remember. */
@NullMarked
package io.vedette.bench.stories;

import org.jspecify.annotations.NullMarked;

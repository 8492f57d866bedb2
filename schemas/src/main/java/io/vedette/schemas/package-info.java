/**
 * The product's interface: its topics, what is on them, and how it is written.
 */
@NullMarked
package io.vedette.schemas;

import org.jspecify.annotations.NullMarked;

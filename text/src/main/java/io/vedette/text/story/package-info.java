/**
 * Which articles tell the same story, and which copy another: a fingerprint for each article, small enough to go through
 * one ordered log, and an assigner that reads them in that order and gives each its story.
 */
@NullMarked
package io.vedette.text.story;

import org.jspecify.annotations.NullMarked;

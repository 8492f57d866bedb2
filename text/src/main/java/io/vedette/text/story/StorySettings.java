package io.vedette.text.story;

import java.time.Duration;

/**
 * How stories are told apart, and how much is remembered.
 *
 * @param window for how long after its last article a story takes another; also how far the date of an article may be from
 *     the latest of the story's, and for how long an article is known again
 * @param mostStories how many stories are remembered at most; the ones without an article for longest go first
 * @param background over how many of the last articles it is counted how common a term is
 * @param threshold how similar an article has to be to a story, from 0 to 1
 * @param copyThreshold how much of the shorter of two texts has to stand in the longer one for one to be a copy of the other
 */
public record StorySettings(Duration window, int mostStories, int background, double threshold, double copyThreshold) {

    public static final StorySettings DEFAULTS = new StorySettings(Duration.ofDays(7), 500_000, 250_000, 0.15, 0.7);

    public StorySettings {
        if (window.isNegative() || window.isZero() || mostStories < 1 || background < 1) {
            throw new IllegalArgumentException(
                    "stories need a window, and room for one story and for the terms of one article at least");
        }
    }
}

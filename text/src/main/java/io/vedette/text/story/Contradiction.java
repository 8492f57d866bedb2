package io.vedette.text.story;

/**
 * Another article of the story says the opposite.
 *
 * @param articleId that article
 * @param type what it is about, as {@link io.vedette.text.ClaimType} names it
 */
public record Contradiction(String articleId, String type) {}

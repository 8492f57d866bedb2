package io.vedette.text.article;

/** What came of cleaning an article: a {@link CleanedArticle}, or a {@link Refusal}. */
public sealed interface Cleaning permits CleanedArticle, Refusal {}

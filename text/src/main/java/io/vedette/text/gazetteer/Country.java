package io.vedette.text.gazetteer;

import java.util.List;

/**
 * A country while a gazetteer is read.
 *
 * @param entity the place
 * @param people the same as those who live there: what adjectives and demonyms name
 * @param names in English, the usual one first
 * @param demonyms in English
 */
record Country(Entity entity, Entity people, List<String> names, List<String> demonyms) {}

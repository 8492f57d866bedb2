package io.vedette.ingest.item;

/**
 * Something in a list that became no item.
 *
 * @param what it is, as a person would find it again: a title, an address, a place in the list
 * @param reason why it was left out
 */
public record LeftOut(String what, String reason) {}

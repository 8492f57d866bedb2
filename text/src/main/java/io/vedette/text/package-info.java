/**
 * The text library: what is said in an article, by whom, about whom and where.  Pure Java: no Kafka, no Avro, no clock,
 * no environment, no I/O but the streams that are handed in.
 *
 * <p>All offsets are UTF-16 code units of the field they belong to, as it was given; ends are exclusive.
 */
@NullMarked
package io.vedette.text;

import org.jspecify.annotations.NullMarked;

/**
 * Between the text library, which knows no Kafka, and what is written of its findings: the Avro records of the topics, and
 * JSON Lines.
 */
@NullMarked
package io.vedette.records;

import org.jspecify.annotations.NullMarked;

/**
 * What the all-in-one brings along so that nobody has to install it: a Kafka broker in this process and a schema
 * registry beside it.  Both listen on the loopback address only and keep their data in the folder they are given.
 */
@NullMarked
package io.vedette.app.embedded;

import org.jspecify.annotations.NullMarked;

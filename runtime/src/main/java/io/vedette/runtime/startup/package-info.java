/** What has to be set up in Kafka and the schema registry before a service can start. */
@NullMarked
package io.vedette.runtime.startup;

import org.jspecify.annotations.NullMarked;

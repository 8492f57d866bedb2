/** What Strimzi, which runs Kafka in Kubernetes, is to make for Vedette. */
@NullMarked
package io.vedette.app.strimzi;

import org.jspecify.annotations.NullMarked;

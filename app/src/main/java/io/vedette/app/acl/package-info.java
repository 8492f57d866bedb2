/** The permissions that each service needs in Kafka: said, given, and what happens without. */
@NullMarked
package io.vedette.app.acl;

import org.jspecify.annotations.NullMarked;

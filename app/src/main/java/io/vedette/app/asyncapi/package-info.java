/** The topics as AsyncAPI describes them. */
@NullMarked
package io.vedette.app.asyncapi;

import org.jspecify.annotations.NullMarked;

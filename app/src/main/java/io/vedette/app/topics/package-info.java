/** Topics and schemas as the services need them: made, compared, shown. */
@NullMarked
package io.vedette.app.topics;

import org.jspecify.annotations.NullMarked;

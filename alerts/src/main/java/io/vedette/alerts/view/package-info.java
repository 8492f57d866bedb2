/** What the API searches and pages: an index on disk that each instance builds from the topics, and may throw away. */
@NullMarked
package io.vedette.alerts.view;

import org.jspecify.annotations.NullMarked;

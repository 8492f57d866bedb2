/**
 * Posts over HTTP to receivers that may be slow, broken or hostile.
 */
@NullMarked
package io.vedette.alerts.delivery.http;

import org.jspecify.annotations.NullMarked;

/**
 * Alerts as messages to Slack, Mattermost, and what else takes their webhooks.
 */
@NullMarked
package io.vedette.alerts.delivery.slack;

import org.jspecify.annotations.NullMarked;

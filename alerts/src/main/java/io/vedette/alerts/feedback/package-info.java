/** What people say to alerts and watches: acknowledged, rejected and why, silenced; and what could be changed for it. */
@NullMarked
package io.vedette.alerts.feedback;

import org.jspecify.annotations.NullMarked;

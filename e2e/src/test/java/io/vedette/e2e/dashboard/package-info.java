/**
 * The dashboards of {@code deploy/grafana}, described in a few typed words per panel and written as Grafana's JSON, so that
 * all panels look and behave alike. Change them here, then run {@code DashboardsTest} with {@code -Dvedette.write=true}.
 */
@NullMarked
package io.vedette.e2e.dashboard;

import org.jspecify.annotations.NullMarked;

/// Files that provision Grafana, as far as they concern alerts: contact points, notification
/// policies, and the panels of dashboards.
@NullMarked
package dev.firedrill.grafana;

import org.jspecify.annotations.NullMarked;

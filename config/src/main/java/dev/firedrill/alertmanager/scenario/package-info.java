/// Scenarios for a simulated Alertmanager: alerts that are posted at given times, and what must be
/// notified of them.
@NullMarked
package dev.firedrill.alertmanager.scenario;

import org.jspecify.annotations.NullMarked;

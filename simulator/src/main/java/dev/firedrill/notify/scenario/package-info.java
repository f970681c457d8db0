/// Plays scenarios on a simulated Alertmanager and compares what it notifies of with what the
/// scenarios expect.
@NullMarked
package dev.firedrill.notify.scenario;

import org.jspecify.annotations.NullMarked;

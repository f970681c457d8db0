/// Alertmanager's configuration file: routing tree, matchers, receivers, inhibition, time
/// intervals.
@NullMarked
package dev.firedrill.alertmanager;

import org.jspecify.annotations.NullMarked;

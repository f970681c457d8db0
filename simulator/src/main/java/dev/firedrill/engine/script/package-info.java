/// Prometheus's scripts for testing its engine: reads them, runs them, says what differs.
@NullMarked
package dev.firedrill.engine.script;

import org.jspecify.annotations.NullMarked;

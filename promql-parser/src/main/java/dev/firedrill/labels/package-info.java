/// Label sets and matchers. Go's forms of numbers, quoted strings, times and durations, as
/// Prometheus prints and reads them.
@NullMarked
package dev.firedrill.labels;

import org.jspecify.annotations.NullMarked;

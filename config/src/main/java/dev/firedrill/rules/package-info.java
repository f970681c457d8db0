/// Rule files as Prometheus reads them, plain or inside PrometheusRule resources. Every value knows
/// its place in the file.
@NullMarked
package dev.firedrill.rules;

import org.jspecify.annotations.NullMarked;

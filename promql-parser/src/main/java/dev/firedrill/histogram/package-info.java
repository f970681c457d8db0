/// Native histograms: what one holds, its text, and arithmetic on it exactly as Prometheus does it.
/// Nothing here knows of series, time or expressions.
@NullMarked
package dev.firedrill.histogram;

import org.jspecify.annotations.NullMarked;

/// Readers of text formats: OpenMetrics, exposition, series notation of unit tests.
@NullMarked
package dev.firedrill.series.text;

import org.jspecify.annotations.NullMarked;

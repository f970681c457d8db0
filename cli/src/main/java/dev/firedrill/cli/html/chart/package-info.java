/// The values that alerts watch, and their thresholds, over time: thinned out to what a chart can
/// show.
@NullMarked
package dev.firedrill.cli.html.chart;

import org.jspecify.annotations.NullMarked;

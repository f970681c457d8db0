/// What there is in a source of series: how many, from when to when, how often, with which holes.
/// Counted in one pass over the samples, with memory for the names of the series only.
@NullMarked
package dev.firedrill.series.survey;

import org.jspecify.annotations.NullMarked;

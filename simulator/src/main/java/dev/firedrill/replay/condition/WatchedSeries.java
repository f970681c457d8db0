package dev.firedrill.replay.condition;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;

/// A series that an alert watches, and what it is compared with, over time.
///
/// @param labels of the watched series
/// @param values at the steps at which it has one; never empty
/// @param limits the threshold's value at the steps at which it has one, for this series; empty
///     where the threshold has none for it, so that nothing is compared
public record WatchedSeries(Labels labels, Samples values, Samples limits) {}

package dev.firedrill.series;

import dev.firedrill.labels.Labels;

/// A label set and its samples.
public record Series(Labels labels, Samples samples) {}

package dev.firedrill.client;

/// What a target says about a metric.
///
/// @param type `counter`, `gauge`, `histogram`, `gaugehistogram`, `summary`, `info`, `stateset` or
///     `unknown`
public record MetricMetadata(String type, String help, String unit) {}

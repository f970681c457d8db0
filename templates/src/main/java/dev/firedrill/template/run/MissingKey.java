package dev.firedrill.template.run;

/// What a map's missing key stands for (`missingkey` of Go's `Template.Option`).
public enum MissingKey {
  /// No value; what Go does when nothing is said.
  DEFAULT,
  /// The zero value of the map's element type; what Prometheus and Alertmanager ask for.
  ZERO,
  /// A failure.
  ERROR
}

package dev.firedrill.diagnostic;

/// A message pinned to a further place that a diagnostic speaks of.
public record Note(String message, Location location) {}

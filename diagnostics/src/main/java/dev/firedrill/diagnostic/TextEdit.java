package dev.firedrill.diagnostic;

/// Replaces a span of a file.
///
/// @param location what is replaced; empty for an insertion
/// @param text what stands there afterwards
public record TextEdit(Location location, String text) {}

package dev.firedrill.lint;

import dev.firedrill.diagnostic.Diagnostic;

/// A finding that is not reported, because somebody has said so.
///
/// @param finding what was found
/// @param inSource whether a comment beside it says so, rather than a baseline
/// @param reason why, in the words of whoever said so; empty where nothing is said
public record Silenced(Diagnostic finding, boolean inSource, String reason) {}

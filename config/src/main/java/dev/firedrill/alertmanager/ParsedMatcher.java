package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Span;

/// A matcher and where it stands in the text it was parsed from.
public record ParsedMatcher(Matcher matcher, Span span) {}

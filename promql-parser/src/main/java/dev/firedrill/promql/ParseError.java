package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/// Something wrong with an expression.
///
/// @param message Prometheus's words, without position
/// @param span where in the expression
/// @param help what to do about it, ours; null where there is nothing to add
public record ParseError(String message, Span span, @Nullable String help) {}

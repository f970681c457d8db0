package dev.firedrill.replay.why;

import dev.firedrill.rules.Rule;
import org.jspecify.annotations.Nullable;

/// A rule that writes what an expression reads.
///
/// @param evaluated the evaluation whose result is read, in epoch milliseconds; null where there
///     was none yet
/// @param failure in Prometheus's words, where the evaluation failed; null where it did not
/// @param expr its expression then; null where there was no evaluation, or where the rule is
///     explained further up already
public record ExplainedRule(
    Rule rule, @Nullable Long evaluated, @Nullable String failure, @Nullable ExplainedExpr expr) {}

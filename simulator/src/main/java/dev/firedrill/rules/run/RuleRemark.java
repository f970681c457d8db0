package dev.firedrill.rules.run;

import dev.firedrill.rules.Rule;

/// What PromQL remarks on the results of a rule.
///
/// @param text as Prometheus's API gives it, `PromQL info: …` or `PromQL warning: …`, without its
///     place in the expression
public record RuleRemark(Rule rule, String text) {}

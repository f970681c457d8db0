package dev.firedrill.rules;

import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.promql.ParseResult;

/// The expression of a rule.
///
/// @param source as written, with the place of each character
/// @param result the tree, or why there is none
public record RuleExpr(SourceText source, ParseResult result) {}

package dev.firedrill.lint;

import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import org.jspecify.annotations.Nullable;

/// Where a rule stands.
///
/// @param group null for what belongs to a file as a whole
/// @param rule null for what belongs to a group or file as a whole
public record RulePlace(RuleFile file, @Nullable RuleGroup group, @Nullable Rule rule) {}

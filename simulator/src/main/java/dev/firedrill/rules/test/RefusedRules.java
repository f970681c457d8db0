package dev.firedrill.rules.test;

import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.ParseErrors;
import dev.firedrill.rules.run.RuleFailure;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// Rules that can be loaded, but whose expressions the engine does not take.
///
/// The engine of promtool's unit tests parses what rules print, without any experimental syntax
/// that may have been allowed in rule files.
final class RefusedRules {
  /// No rules.
  static final RefusedRules NONE = new RefusedRules(new IdentityHashMap<>());

  private final IdentityHashMap<Rule, String> messages;

  private RefusedRules(IdentityHashMap<Rule, String> messages) {
    this.messages = messages;
  }

  /// {@return the rules of groups that an engine does not take}
  /// @param syntax what expressions may contain
  static RefusedRules of(List<RuleGroup> groups, ParseOptions syntax) {
    IdentityHashMap<Rule, String> messages = new IdentityHashMap<>();
    for (RuleGroup group : groups) {
      for (Rule rule : group.rules()) {
        if (rule.expr().result() instanceof ParseResult.Parsed parsed) {
          String text = Printer.print(parsed.expr());
          if (Promql.parse(text, syntax) instanceof ParseResult.Rejected rejected) {
            messages.put(rule, ParseErrors.text(text, rejected.first()));
          }
        }
      }
    }
    return new RefusedRules(messages);
  }

  /// {@return the failures of an evaluation, with those of the rules refused}
  /// @param groups all groups in the order of evaluation
  /// @param time of the evaluation, in epoch milliseconds
  List<RuleFailure> addTo(List<RuleFailure> failures, List<RuleGroup> groups, long time) {
    if (messages.isEmpty()) {
      return failures;
    }
    IdentityHashMap<Rule, RuleFailure> failed = new IdentityHashMap<>();
    failures.forEach(failure -> failed.put(failure.rule(), failure));
    List<RuleFailure> all = new ArrayList<>();
    for (RuleGroup group : groups) {
      for (Rule rule : group.rules()) {
        String message = messages.get(rule);
        RuleFailure failure = failed.get(rule);
        if (message != null) {
          all.add(new RuleFailure(rule, time, message, null));
        } else if (failure != null) {
          all.add(failure);
        }
      }
    }
    return all;
  }
}

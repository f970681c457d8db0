package dev.firedrill.rules;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticOrder;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.rules.RuleProblem.Stage;
import dev.firedrill.yaml.YamlProblem;
import dev.firedrill.yaml.YamlProblems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the problems of a rule file, with the words and prefixes of promtool.
final class RuleProblems {
  private final YamlProblems decoding = new YamlProblems();
  private final List<RuleProblem> validation = new ArrayList<>();

  /// {@return where errors of decoding go}
  YamlProblems decoding() {
    return decoding;
  }

  /// Notes something wrong with a group.
  void group(Diagnostic diagnostic, String promtool) {
    validation.add(new RuleProblem(diagnostic, promtool, Stage.VALIDATION));
  }

  /// Notes something wrong that promtool does not print.
  void unprinted(Diagnostic diagnostic) {
    validation.add(new RuleProblem(diagnostic, null, Stage.VALIDATION));
  }

  /// {@return all problems in promtool's order: decoding goes through the file from top to bottom}
  List<RuleProblem> all() {
    List<RuleProblem> all = new ArrayList<>();
    decoding.all().stream()
        .sorted((one, other) -> DiagnosticOrder.byPlace(one.diagnostic(), other.diagnostic()))
        .map(RuleProblems::decoding)
        .forEach(all::add);
    all.addAll(validation);
    return all;
  }

  static RuleProblem decoding(YamlProblem problem) {
    Stage stage =
        switch (problem.kind()) {
          case SYNTAX -> Stage.SYNTAX;
          case TYPE -> Stage.DECODING;
          case VALUE -> Stage.VALUE;
        };
    return new RuleProblem(problem.diagnostic(), problem.goText(), stage);
  }

  /// Where a rule stands, as promtool names it.
  ///
  /// @param index of the rule in its group, from 1
  /// @param name the alert's name, else the record's
  record Place(String group, int index, String name) {
    /// {@return a message as promtool prints it}
    /// @param positions places of what it is about; null stands for nothing written, which promtool
    ///     calls `0:0`
    String message(String text, List<@Nullable Location> positions) {
      StringBuilder out = new StringBuilder();
      for (Location position : positions) {
        out.append(lineColumn(position)).append(": ");
      }
      out.append("group ").append(GoQuote.quote(group)).append(", rule ").append(index);
      out.append(", ").append(GoQuote.quote(name)).append(": ").append(text);
      return out.toString();
    }

    private static String lineColumn(@Nullable Location position) {
      return position == null ? "0:0" : position.start().line() + ":" + position.start().column();
    }
  }
}

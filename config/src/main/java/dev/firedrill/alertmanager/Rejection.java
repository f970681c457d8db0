package dev.firedrill.alertmanager;

import dev.firedrill.yaml.YamlProblem;
import dev.firedrill.yaml.YamlProblem.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the one error that Alertmanager would have printed.
final class Rejection {
  private Rejection() {}

  static Optional<String> of(ReadingContext context) {
    List<YamlProblem> found = context.problems().all();
    // Syntax ends it all; then the first value that its own reader refuses; wrong types and unknown
    // fields are collected.
    return first(found, Kind.SYNTAX)
        .map(text -> "yaml: " + text)
        .or(() -> first(found, Kind.VALUE))
        .or(() -> collected(found))
        .or(() -> first(context.checks().all(), Kind.VALUE));
  }

  private static Optional<String> first(List<YamlProblem> problems, Kind kind) {
    return problems.stream()
        .filter(problem -> problem.kind() == kind)
        .map(YamlProblem::goText)
        .findFirst();
  }

  private static Optional<String> collected(List<YamlProblem> problems) {
    String lines =
        problems.stream()
            .filter(problem -> problem.kind() == Kind.TYPE)
            .map(problem -> "\n  " + problem.goText())
            .collect(Collectors.joining());
    return lines.isEmpty() ? Optional.empty() : Optional.of("yaml: unmarshal errors:" + lines);
  }
}

package dev.firedrill.alertmanager;

import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlProblem;
import dev.firedrill.yaml.YamlProblem.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the one error that Alertmanager would have printed.
final class Rejection {
  private Rejection() {}

  /// {@return the error; nothing where Alertmanager takes the file}
  ///
  /// @param document the file's first document; null where there is none
  static Optional<String> of(ReadingContext context, @Nullable YamlNode document) {
    List<YamlProblem> found = context.problems().all();
    if (found.isEmpty()) {
      return first(context.checks().all(), Kind.VALUE);
    }
    // Syntax ends it all; then the first value that its own reader refuses; wrong types and unknown
    // fields are collected.
    return first(found, Kind.SYNTAX)
        .map(text -> "yaml: " + text)
        .or(() -> firstValue(found, document))
        .or(() -> collected(found))
        .or(() -> first(context.checks().all(), Kind.VALUE));
  }

  private static Optional<String> first(List<YamlProblem> problems, Kind kind) {
    return problems.stream()
        .filter(problem -> problem.kind() == kind)
        .map(YamlProblem::goText)
        .findFirst();
  }

  // The parts of the file are decoded in its order; what is wrong within one was found in order.
  private static Optional<String> firstValue(
      List<YamlProblem> problems, @Nullable YamlNode document) {
    List<Integer> parts = new ArrayList<>();
    if (document instanceof MappingNode mapping) {
      mapping.entries().forEach(entry -> parts.add(entry.key().written().span().start()));
      Collections.sort(parts);
    }
    return problems.stream()
        .filter(problem -> problem.kind() == Kind.VALUE)
        .min(Comparator.comparingInt(problem -> part(problem, parts)))
        .map(YamlProblem::goText);
  }

  private static int part(YamlProblem problem, List<Integer> parts) {
    int found = Collections.binarySearch(parts, start(problem));
    return found >= 0 ? found : -found - 2;
  }

  private static int start(YamlProblem problem) {
    return problem.diagnostic().location().span().start();
  }

  private static Optional<String> collected(List<YamlProblem> problems) {
    String lines =
        problems.stream()
            .filter(problem -> problem.kind() == Kind.TYPE)
            .sorted(Comparator.comparingInt(Rejection::start))
            .map(problem -> "\n  " + problem.goText())
            .collect(Collectors.joining());
    return lines.isEmpty() ? Optional.empty() : Optional.of("yaml: unmarshal errors:" + lines);
  }
}

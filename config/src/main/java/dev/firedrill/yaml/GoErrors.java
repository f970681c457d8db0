package dev.firedrill.yaml;

import dev.firedrill.yaml.YamlProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the one error with which a Go program refuses a file.
public final class GoErrors {
  private GoErrors() {}

  /// {@return the error as Go's YAML library words it, of several lines where it collects several;
  /// nothing where there is none}
  ///
  /// @param decoding what was found while the file was decoded. Broken syntax ends it all; then the
  ///     first value that its own reader refuses; wrong types and unknown fields are collected
  /// @param checks what the program found on the decoded file, in its order
  public static Optional<String> first(List<YamlProblem> decoding, List<YamlProblem> checks) {
    List<YamlProblem> inOrder = new ArrayList<>(decoding);
    inOrder.sort((one, other) -> Integer.compare(start(one), start(other)));
    StringBuilder types = new StringBuilder();
    Optional<String> value = Optional.empty();
    for (YamlProblem problem : inOrder) {
      switch (problem.kind()) {
        case SYNTAX -> {
          return Optional.of("yaml: " + problem.goText());
        }
        case VALUE -> value = value.or(() -> Optional.of(problem.goText()));
        case TYPE -> types.append("\n  ").append(problem.goText());
      }
    }
    if (value.isPresent()) {
      return value;
    }
    if (!types.isEmpty()) {
      return Optional.of("yaml: unmarshal errors:" + types);
    }
    return checks.stream()
        .filter(problem -> problem.kind() == Kind.VALUE)
        .map(YamlProblem::goText)
        .findFirst();
  }

  private static int start(YamlProblem problem) {
    return problem.diagnostic().location().span().start();
  }
}

package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.prometheus.OutgoingLabels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What unit tests take from the server that their rules run on, where they do not say otherwise.
///
/// @param evaluationInterval between evaluations of groups
/// @param outgoing external labels, and what is done to the labels of alerts that are sent
/// @param variables values for `${NAME}` in the configurations that tests name
/// @param ruleFiles patterns of rule files, absolute or relative to the working directory
public record TestServer(
    Duration evaluationInterval,
    OutgoingLabels outgoing,
    Map<String, String> variables,
    List<Located<String>> ruleFiles) {
  /// What promtool takes where tests do not say.
  public static final TestServer NONE =
      new TestServer(Duration.ofMinutes(1), OutgoingLabels.UNCHANGED, Map.of(), List.of());

  public TestServer {
    variables = Map.copyOf(variables);
    ruleFiles = List.copyOf(ruleFiles);
  }

  /// {@return the same with values for `${NAME}`}
  public TestServer with(Map<String, String> values) {
    return new TestServer(evaluationInterval, outgoing, values, ruleFiles);
  }

  /// {@return the patterns of rule files as a file of tests would write them}
  ///
  /// @param tests with a path relative to the working directory
  List<SourceText> ruleFiles(SourceFile tests) {
    Path folder = Path.of(tests.path()).resolveSibling("").normalize();
    List<SourceText> patterns = new ArrayList<>();
    for (Located<String> pattern : ruleFiles) {
      Path path = Path.of(pattern.value()).normalize();
      boolean alike = path.isAbsolute() == folder.isAbsolute();
      String seen = alike ? folder.relativize(path).toString() : path.toString();
      patterns.add(SourceText.unmapped(pattern.location().file(), seen, pattern.location().span()));
    }
    return patterns;
  }
}

package dev.firedrill.rules;

import dev.firedrill.rules.RuleProblem.Stage;
import java.util.ArrayList;
import java.util.List;

/// Words what is wrong with a rule file as `promtool check rules` prints it, without the file's
/// name.
///
/// Prometheus decodes a file twice: strictly, and again for the positions. Errors of decoding are
/// therefore listed twice, but for unknown fields, which the second pass does not mind; validation
/// only starts when there are none.
public final class PromtoolErrors {
  private PromtoolErrors() {}

  /// {@return one text for each error, of several lines where promtool prints several}
  public static List<String> of(RuleReading reading) {
    List<RuleProblem> problems = reading.problems();
    for (RuleProblem problem : problems) {
      if (problem.stage() == Stage.SYNTAX) {
        return List.of("yaml: " + problem.promtool(), "yaml: " + problem.promtool());
      }
    }
    List<String> decoding = new ArrayList<>();
    addPass(decoding, problems, true);
    addPass(decoding, problems, false);
    return decoding.isEmpty() ? printed(problems, Stage.VALIDATION) : decoding;
  }

  private static void addPass(List<String> out, List<RuleProblem> problems, boolean strict) {
    List<String> values = printed(problems, Stage.VALUE);
    if (!values.isEmpty()) {
      out.add(values.getFirst());
      return;
    }
    StringBuilder lines = new StringBuilder();
    for (String text : printed(problems, Stage.DECODING)) {
      if (strict) {
        lines.append("\n  ").append(text);
      } else if (!text.contains(" not found in type ")) {
        lines.append("\n  ").append(positionTypes(text));
      }
    }
    if (!lines.isEmpty()) {
      out.add("yaml: unmarshal errors:" + lines);
    }
  }

  /// The types that keep positions have names of their own.
  private static String positionTypes(String text) {
    return text.endsWith("into rulefmt.Rule")
        ? text.replace("rulefmt.Rule", "rulefmt.ruleNode")
        : text.replace("into rulefmt.RuleGroup", "into rulefmt.ruleGroup")
            .replace("into []rulefmt.RuleGroup", "into []rulefmt.ruleGroup");
  }

  private static List<String> printed(List<RuleProblem> problems, Stage stage) {
    List<String> texts = new ArrayList<>();
    for (RuleProblem problem : problems) {
      String text = problem.promtool();
      if (problem.stage() == stage && text != null) {
        texts.add(text);
      }
    }
    return texts;
  }
}

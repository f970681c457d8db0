package dev.firedrill.rules.test;

import com.google.re2j.PatternSyntaxException;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.rules.test.StateClaim.Phase;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlProblems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the items of `expect_alerts`.
final class BehaviourReader {
  private static final String CHECK = "test/expectation";

  private final YamlProblems problems;

  BehaviourReader(YamlProblems problems) {
    this.problems = problems;
  }

  /// {@return an item; null where it was reported}
  @Nullable AlertBehaviour read(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "an item of expect_alerts", problems);
    fields.require("alertname", "alertname: the alert that this is about is missing");
    Located<String> name = fields.string("alertname");
    List<LabelMatcher> labels = matchers(fields, "labels", "labels_re");
    List<LabelMatcher> annotations = matchers(fields, "annotations", "annotations_re");
    Located<Integer> count = fields.integer("count");
    List<StateClaim> claims = new ArrayList<>();
    boolean written = count != null;
    for (Phase phase : Phase.values()) {
      YamlNode times = fields.node(phase.word()).orElse(null);
      written |= times != null;
      StateClaim claim = times == null ? null : ClaimReader.read(phase, times, problems);
      if (claim != null) {
        claims.add(claim);
      }
    }
    fields.finish();
    if (name == null) {
      return null;
    }
    if (!written) {
      problems.value(
          CHECK, "nothing is expected: say fires, pending, resolves or count", name.location());
      return null;
    }
    AlertBehaviour behaviour =
        new AlertBehaviour(
            name,
            labels,
            annotations,
            count == null ? null : count.value(),
            claims,
            node.location());
    check(behaviour, count);
    return behaviour;
  }

  private void check(AlertBehaviour behaviour, @Nullable Located<Integer> count) {
    if (count != null && count.value() < 0) {
      problems.value(CHECK, "a count is 0 or more", count.location());
    }
    boolean silent =
        behaviour.claims().stream().noneMatch(claim -> claim.when() != StateClaim.When.NEVER);
    if (silent && !behaviour.annotations().isEmpty()) {
      problems.value(
          CHECK,
          "annotations are compared where the alert fires or is pending, and it never is",
          behaviour.alertname().location());
    }
  }

  private List<LabelMatcher> matchers(YamlFields fields, String exact, String regex) {
    List<LabelMatcher> matchers = new ArrayList<>();
    fields.map(
        exact,
        (name, value) -> matchers.add(LabelMatcher.of(name.value(), Operator.EQUAL, value.text())));
    for (LabelMatcher matcher : fields.map(regex, this::regex)) {
      if (matcher != null) {
        matchers.add(matcher);
      }
    }
    return matchers;
  }

  private @Nullable LabelMatcher regex(Located<String> name, SourceText value) {
    try {
      return LabelMatcher.of(name.value(), Operator.REGEX, value.text());
    } catch (PatternSyntaxException e) {
      problems.value("test/regex", String.valueOf(e.getMessage()), value.location());
      return null;
    }
  }
}

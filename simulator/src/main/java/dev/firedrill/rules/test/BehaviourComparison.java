package dev.firedrill.rules.test;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.test.AlertLog.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares what alerts did over a whole test with what `expect_alerts` says of them.
///
/// @param interval milliseconds between evaluations
record BehaviourComparison(AlertLog log, long interval) {
  private static final int SHOWN = 5;

  Optional<TestFailure> compare(AlertBehaviour behaviour) {
    List<History> all = log.instances(behaviour.alertname().value());
    List<History> matching =
        all.stream().filter(each -> matches(behaviour.labels(), each.labels())).toList();
    List<String> problems = new ArrayList<>();
    List<Observation> expected = new ArrayList<>();
    List<Observation> got = new ArrayList<>();
    @Nullable Integer firstStep = null;
    Integer count = behaviour.count();
    boolean none = matching.isEmpty() && !behaviour.allowsNone();
    if (count == null ? none : count != matching.size()) {
      problems.add(selection(behaviour, matching, all));
    }
    if (none) {
      expected.add(new Observation.FiringAlert(exact(behaviour), new TreeMap<>()));
      all.forEach(each -> got.add(observed(each, each.states().size() - 1)));
    }
    for (History instance : matching) {
      Verdict verdict = new InstanceComparison(behaviour, instance, log, interval).verdict();
      problems.addAll(verdict.problems());
      expected.addAll(verdict.expected());
      got.addAll(verdict.got());
      firstStep = firstStep == null ? verdict.step() : firstStep;
    }
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    Duration time = firstStep == null ? null : Duration.ofMillis(firstStep * interval);
    return Optional.of(
        new TestFailure(
            TestFailure.Kind.ALERT,
            behaviour.alertname().value(),
            time,
            shortened(problems),
            expected,
            got,
            behaviour.location()));
  }

  /// What is wrong with one instance.
  ///
  /// @param step the first at which something is; null where nothing is
  record Verdict(
      List<String> problems,
      List<Observation> expected,
      List<Observation> got,
      @Nullable Integer step) {}

  private static boolean matches(List<LabelMatcher> matchers, Labels labels) {
    return matchers.stream().allMatch(matcher -> matcher.matches(labels));
  }

  private static String selection(
      AlertBehaviour behaviour, List<History> matching, List<History> all) {
    StringJoiner matchers = new StringJoiner(", ", "{", "}");
    behaviour.labels().forEach(matcher -> matchers.add(matcher.toString()));
    Integer count = behaviour.count();
    String expected = count == null ? "at least 1" : String.valueOf(count);
    StringBuilder text = new StringBuilder("expected " + expected + " instance");
    text.append(count == null || count == 1 ? "" : "s");
    if (!behaviour.labels().isEmpty()) {
      text.append(" with ").append(matchers);
    }
    text.append(", got ").append(matching.size());
    if (matching.isEmpty()) {
      text.append(all.isEmpty() ? ": it is never pending or firing" : " of " + all.size());
    }
    for (History each : (matching.isEmpty() ? all : matching).stream().limit(SHOWN).toList()) {
      text.append("\n  ").append(Observation.braces(withoutName(each.labels())));
    }
    return text.toString();
  }

  static SortedMap<String, String> withoutName(Labels labels) {
    SortedMap<String, String> rest = new TreeMap<>(labels.toMap());
    rest.remove(Labels.ALERT_NAME);
    return rest;
  }

  private static SortedMap<String, String> exact(AlertBehaviour behaviour) {
    SortedMap<String, String> exact = new TreeMap<>();
    exact.put(Labels.ALERT_NAME, behaviour.alertname().value());
    for (LabelMatcher matcher : behaviour.labels()) {
      if (matcher.operator() == Operator.EQUAL) {
        exact.put(matcher.name(), matcher.value());
      }
    }
    return exact;
  }

  private static Observation observed(History history, int step) {
    ActiveAlert alert = history.at(step);
    SortedMap<String, String> annotations = alert == null ? new TreeMap<>() : alert.annotations();
    return new Observation.FiringAlert(new TreeMap<>(history.labels().toMap()), annotations);
  }

  private static String shortened(List<String> problems) {
    if (problems.size() <= SHOWN) {
      return String.join("\n", problems);
    }
    return String.join("\n", problems.subList(0, SHOWN))
        + "\nand "
        + (problems.size() - SHOWN)
        + " more";
  }
}

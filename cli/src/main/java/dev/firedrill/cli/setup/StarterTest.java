package dev.firedrill.cli.setup;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.flow.MetricKind;
import dev.firedrill.promql.flow.Threshold;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.test.RuleFileCache;
import dev.firedrill.rules.test.TestFileOutcome;
import dev.firedrill.rules.test.TestSettings;
import dev.firedrill.rules.test.update.TestFileUpdate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A first unit test: an alert on invented series, with what it really does as what is expected.
///
/// The series are those that the expression names, at a value beyond its threshold where it has
/// one.
final class StarterTest {
  private static final Duration LEAD = Duration.ofMinutes(10);

  private static final Pattern LABEL = Pattern.compile("\\$labels\\.([a-zA-Z_][a-zA-Z0-9_]*)");

  private StarterTest() {}

  /// {@return the text of the test; empty where none could be made that passes}
  ///
  /// @param directory from which paths are read
  /// @param path of the test, relative to it
  /// @param rules the rule file, relative to the test
  static Optional<String> of(Path directory, String path, String rules, AlertingRule alert) {
    if (!(alert.expr().result() instanceof Parsed parsed)) {
      return Optional.empty();
    }
    TestSettings settings =
        new TestSettings(
            new RuleFileCache(RuleFileOptions.DEFAULT),
            name -> true,
            false,
            EngineOptions.DEFAULT,
            1);
    SourceFile source = SourceFile.of(path, text(rules, alert, parsed.expr()));
    TestFileOutcome outcome = TestFileOutcome.of(source, directory, settings);
    if (outcome.passed()) {
      return Optional.of(source.text());
    }
    TestFileUpdate update =
        TestFileUpdate.of(outcome, other -> TestFileOutcome.of(other, directory, settings));
    return update.outcome().passed() ? Optional.of(update.after().text()) : Optional.empty();
  }

  private static String text(String rules, AlertingRule alert, Expr expr) {
    Located<Duration> hold = alert.holdDuration();
    Duration time = LEAD.plus(hold == null ? Duration.ZERO : hold.value());
    long minutes = time.toMinutes() + 1;
    StringBuilder text = new StringBuilder();
    text.append("# A first test, to be made yours: see `firedrill rules test --help`.\n");
    text.append("rule_files: [").append(quoted(rules)).append("]\n");
    text.append("evaluation_interval: 1m\ntests:\n");
    text.append("- name: ").append(quoted(alert.name().value() + " on invented series"));
    text.append("\n  interval: 1m\n  input_series:\n");
    for (String series : series(alert, expr, minutes)) {
      text.append(series);
    }
    text.append("  alert_rule_test:\n");
    text.append("  - eval_time: ").append(PrometheusDuration.format(time.toMillis()));
    text.append("\n    alertname: ").append(quoted(alert.name().value()));
    text.append("\n    exp_alerts: []\n");
    return text.toString();
  }

  private static List<String> series(AlertingRule alert, Expr expr, long minutes) {
    Set<String> shown = shown(alert);
    double level =
        Threshold.deciding(expr).stream().findFirst().map(StarterTest::beyond).orElse(1.0);
    Set<String> seen = new LinkedHashSet<>();
    List<String> series = new ArrayList<>();
    for (InstantSelector selector : ExprWalk.selectors(expr)) {
      String name = selector.name();
      if (name == null || !seen.add(written(selector, name, shown))) {
        continue;
      }
      boolean counter = MetricKind.ofMetric(name) == MetricKind.COUNTER;
      // Per minute, so that a rate per second is at the level.
      double step = counter ? Math.max(1, Math.abs(level)) * 60 : 0;
      String start = counter ? "0" : GoFloat.general(level);
      series.add(
          "  - series: "
              + quoted(written(selector, name, shown))
              + "\n    values: '"
              + start
              + "+"
              + GoFloat.general(step)
              + "x"
              + minutes
              + "'\n");
    }
    return series;
  }

  private static double beyond(Threshold threshold) {
    double margin = Math.max(1, Math.abs(threshold.value()) / 2);
    if (threshold.isUpper()) {
      return threshold.value() + margin;
    }
    return threshold.isLower() ? threshold.value() - margin : threshold.value();
  }

  private static String written(InstantSelector selector, String name, Set<String> shown) {
    Set<String> missing = new TreeSet<>(shown);
    StringBuilder labels = new StringBuilder();
    for (LabelMatcher matcher : selector.matchers()) {
      missing.remove(matcher.name());
      boolean said = matcher.operator() == Operator.EQUAL && !matcher.value().isEmpty();
      if (said && !matcher.name().equals(Labels.METRIC_NAME)) {
        labels.append(labels.isEmpty() ? "" : ",").append(matcher.name()).append('=');
        labels.append(GoQuote.quote(matcher.value()));
      }
    }
    for (String label : missing) {
      labels.append(labels.isEmpty() ? "" : ",").append(label).append("=\"some-").append(label);
      labels.append('"');
    }
    return labels.isEmpty() ? name : name + "{" + labels + "}";
  }

  /// {@return the labels that the alert's texts show}
  private static Set<String> shown(AlertingRule alert) {
    Set<String> names = new TreeSet<>();
    for (LabelText annotation : alert.annotations()) {
      Matcher matcher = LABEL.matcher(annotation.value().text());
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

package dev.firedrill.rules.test.check;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.series.SeriesNotation;
import dev.firedrill.promql.series.SeriesResult;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.test.UnitTest.ExprExpectation;
import dev.firedrill.rules.test.UnitTest.InputSeries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An input series that no rule reads changes nothing: mostly its name or a label is misspelt, and
/// the rules see no data at all.
final class UnreadSeries implements TestCheck {
  private static final Pattern ACTION = Pattern.compile("(?s)\\{\\{.*?}}");
  private static final Pattern QUERY =
      Pattern.compile("\\bquery\\s+(?:\"((?:[^\"\\\\]|\\\\.)*)\"|`([^`]*)`)");
  private static final Pattern QUERY_WORD = Pattern.compile("\\bquery\\b");

  private final Reads ofRules = new Reads();

  /// A check of tests of the given rules.
  UnreadSeries(List<Rule> rules) {
    for (Rule rule : rules) {
      if (rule.expr().result() instanceof ParseResult.Parsed parsed) {
        ofRules.add(parsed);
      }
      if (rule instanceof Rule.AlertingRule alert) {
        alert.labels().forEach(label -> ofRules.addTemplate(label.value().text()));
        alert.annotations().forEach(annotation -> ofRules.addTemplate(annotation.value().text()));
      }
    }
  }

  @Override
  public void check(TestSubject subject, Consumer<Diagnostic> findings) {
    if (ofRules.unknown) {
      return;
    }
    Reads ofTest = new Reads();
    for (ExprExpectation expr : subject.test().exprs()) {
      ofTest.addText(expr.expr().text());
    }
    check(subject.test().inputSeries(), ofTest, findings);
  }

  private void check(List<InputSeries> series, Reads ofTest, Consumer<Diagnostic> findings) {
    Set<Location> reported = new HashSet<>();
    for (InputSeries each : series) {
      if (SeriesNotation.parseMetric(each.series().text()) instanceof SeriesResult.Parsed parsed
          && !ofRules.accept(parsed.series().labels())
          && !ofTest.accept(parsed.series().labels())
          && reported.add(each.series().location())) {
        findings.accept(
            Diagnostic.of(
                    "test/unread-series",
                    Severity.WARNING,
                    "no rule reads the series " + each.series().text().strip(),
                    each.series().location())
                .withHelp(ofRules.help(parsed.series().labels())));
      }
    }
  }

  /// What rules and expressions select.
  private static final class Reads {
    private final List<List<LabelMatcher>> nameless = new ArrayList<>();
    private final Map<String, List<List<LabelMatcher>>> byName = new LinkedHashMap<>();
    // Whether there is a query that is only known when the template runs.
    private boolean unknown;

    void add(ParseResult.Parsed parsed) {
      for (InstantSelector selector : ExprWalk.selectors(parsed.expr())) {
        List<List<LabelMatcher>> same = nameless;
        for (LabelMatcher matcher : selector.matchers()) {
          if (isName(matcher)) {
            same = byName.computeIfAbsent(matcher.value(), name -> new ArrayList<>());
          }
        }
        same.add(selector.matchers());
      }
    }

    private static boolean isName(LabelMatcher matcher) {
      return matcher.operator() == Operator.EQUAL && matcher.name().equals(Labels.METRIC_NAME);
    }

    void addText(String expr) {
      if (Promql.parse(expr) instanceof ParseResult.Parsed parsed) {
        add(parsed);
      }
    }

    void addTemplate(String text) {
      Matcher action = ACTION.matcher(text);
      while (text.contains("query") && action.find()) {
        addAction(action.group());
      }
    }

    private void addAction(String action) {
      int literals = 0;
      Matcher query = QUERY.matcher(action);
      while (query.find()) {
        literals++;
        String quoted = query.group(1);
        addText(quoted == null ? query.group(2) : quoted.replaceAll("\\\\(.)", "$1"));
      }
      unknown |= QUERY_WORD.matcher(action).results().count() > literals;
    }

    boolean accept(Labels labels) {
      return accept(byName.getOrDefault(labels.metricName(), List.of()), labels)
          || accept(nameless, labels);
    }

    private static boolean accept(List<List<LabelMatcher>> selectors, Labels labels) {
      for (List<LabelMatcher> matchers : selectors) {
        if (matchers.stream().allMatch(matcher -> matcher.matches(labels))) {
          return true;
        }
      }
      return false;
    }

    String help(Labels labels) {
      List<List<LabelMatcher>> named = byName.get(labels.metricName());
      return named != null
          ? "the rules read it only with " + mismatch(named.getFirst(), labels)
          : Spelling.nearest(labels.metricName(), byName.keySet())
              .map(near -> "did you mean " + near + "?")
              .orElse("neither do the expressions of the test");
    }

    private static String mismatch(List<LabelMatcher> matchers, Labels labels) {
      List<String> differing = new ArrayList<>();
      for (LabelMatcher matcher : matchers) {
        if (!matcher.matches(labels)) {
          differing.add(matcher.toString());
        }
      }
      return String.join(", ", differing);
    }
  }
}

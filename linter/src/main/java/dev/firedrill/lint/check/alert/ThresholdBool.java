package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.promql.ExprComments;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.util.List;
import java.util.Locale;

/// `bool` turns a filter into an answer of 0 or 1, and an alert fires on either.
@AutoService(Check.class)
public final class ThresholdBool implements AlertCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "threshold/bool",
          Severity.ERROR,
          "bool comparison at the top of an alert: it always fires",
          DeliberateAlerts.NAMES);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    if (!(rule.expr().result() instanceof Parsed parsed)
        || DeliberateAlerts.isDeliberate(rule, group, findings.get(DeliberateAlerts.NAMES))) {
      return;
    }
    Thresholds.topLevelBool(parsed.expr())
        .ifPresent(comparison -> report(rule, comparison, findings));
  }

  private static void report(AlertingRule rule, Binary comparison, Findings findings) {
    SourceText source = rule.expr().source();
    Span keyword = keyword(source.text(), comparison);
    String message =
        "`bool` makes the comparison answer 0 instead of nothing: alert "
            + rule.name().value()
            + " always fires";
    Diagnostic diagnostic =
        findings.at(source.locate(keyword), message).withHelp("leave out `bool`");
    findings.add(
        rule.expr()
            .fix("remove `bool`", withBlanks(source.text(), keyword), "")
            .map(diagnostic::withFix)
            .orElse(diagnostic));
  }

  /// {@return where `bool` stands: the first such word between the two sides, comments apart}
  private static Span keyword(String text, Binary comparison) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<Span> comments = ExprComments.of(text).within();
    int start = lower.indexOf("bool", comparison.left().span().end());
    while (isIn(comments, start)) {
      start = lower.indexOf("bool", start + 1);
    }
    return new Span(start, start + "bool".length());
  }

  private static boolean isIn(List<Span> comments, int place) {
    for (Span comment : comments) {
      if (comment.contains(place)) {
        return true;
      }
    }
    return false;
  }

  private static Span withBlanks(String text, Span keyword) {
    int end = keyword.end();
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return new Span(keyword.start(), end);
  }
}

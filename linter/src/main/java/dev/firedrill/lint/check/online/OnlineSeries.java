package dev.firedrill.lint.check.online;

import com.google.auto.service.AutoService;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Inquiry;
import dev.firedrill.lint.OnlineCheck;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A selector that finds nothing makes an alert that never fires.
@AutoService(Check.class)
public final class OnlineSeries implements OnlineCheck {
  private static final Parameter<Duration> WINDOW =
      Parameter.duration("window", Duration.ofDays(7), "how far back series are looked for");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "online/series",
          Severity.WARNING,
          "selector that finds nothing on the server, now and for days",
          WINDOW);
  // What the server writes itself, while alerts are there.
  private static final Set<String> OF_ALERTS = Set.of("ALERTS", "ALERTS_FOR_STATE");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public List<Diagnostic> check(RuleExpression expr, Inquiry inquiry) {
    PrometheusApi server = inquiry.prometheus().orElse(null);
    if (server == null) {
      return List.of();
    }
    SeriesPresence presence = new SeriesPresence(server, inquiry.now(), inquiry.get(WINDOW));
    Set<SeriesQuestion> asked = new LinkedHashSet<>();
    List<Diagnostic> found = new ArrayList<>();
    for (Expr part : expr.parts()) {
      if (part instanceof InstantSelector selector
          && !isWritten(selector, inquiry)
          && !mayBeAbsent(selector, expr, presence)) {
        SeriesQuestion series = SeriesQuestion.of(selector);
        if (asked.add(series) && !presence.isKnown(series)) {
          found.add(new EmptySelector(series, presence).report(expr.locate(selector), inquiry));
        }
      }
    }
    return found;
  }

  /// Whether the series come of these rules, or of alerts, and may not be there yet.
  private static boolean isWritten(InstantSelector selector, Inquiry inquiry) {
    String metric = selector.name();
    return metric != null
        && (OF_ALERTS.contains(metric) || !inquiry.rules().recordsOf(metric).isEmpty());
  }

  /// Whether the selector asks for what should not be there, or is one of two ways to the same.
  private static boolean mayBeAbsent(
      InstantSelector selector, RuleExpression expr, SeriesPresence presence) {
    Expr part = selector;
    Expr whole = expr.parents().get(part);
    while (whole != null) {
      if (whole instanceof Call call && call.function().name().startsWith("absent")) {
        return true;
      }
      if (whole instanceof Binary or && or.operator() == BinaryOperator.OR) {
        Expr other = or.left().equals(part) ? or.right() : or.left();
        if (hasSeries(other, presence)) {
          return true;
        }
      }
      part = whole;
      whole = expr.parents().get(part);
    }
    return false;
  }

  private static boolean hasSeries(Expr other, SeriesPresence presence) {
    return ExprWalk.selectors(other).stream()
        .anyMatch(selector -> presence.isKnown(SeriesQuestion.of(selector)));
  }
}

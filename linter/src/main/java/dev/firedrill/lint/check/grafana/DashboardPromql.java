package dev.firedrill.lint.check.grafana;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.grafana.GrafanaFile;
import dev.firedrill.grafana.Panel;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.GrafanaCheck;
import dev.firedrill.promql.ParseError;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.flow.Threshold;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.rules.Rule.AlertingRule;
import java.util.ArrayList;
import java.util.List;

/// Whoever is paged looks at the dashboard: what it shows should work, and change its colour where
/// the alert fires.
@AutoService(Check.class)
public final class DashboardPromql implements GrafanaCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "grafana/dashboard-promql",
          Severity.WARNING,
          "panel expression that does not parse, panel threshold that differs from the alert's");

  /// A number that an alert compares an expression with.
  private record AlertThreshold(AlertingRule alert, Threshold threshold) {
    double value() {
      return threshold.value();
    }
  }

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(List<GrafanaFile> files, Findings findings) {
    List<AlertThreshold> alerts = alerts(findings);
    for (GrafanaFile file : files) {
      for (Panel panel : file.panels()) {
        for (SourceText source : panel.expressions()) {
          PanelExpression expression = PanelExpression.of(source);
          expression
              .rejected()
              .ifPresent(rejected -> syntax(panel, expression, rejected.first(), findings));
          thresholds(panel, expression, alerts, findings);
        }
      }
    }
  }

  private static List<AlertThreshold> alerts(Findings findings) {
    List<AlertThreshold> all = new ArrayList<>();
    for (List<AlertingRule> named : findings.rules().alerts().values()) {
      for (AlertingRule alert : named) {
        if (alert.expr().result() instanceof Parsed parsed) {
          for (Threshold threshold : Threshold.deciding(parsed.expr())) {
            if (threshold.isUpper() || threshold.isLower()) {
              all.add(new AlertThreshold(alert, threshold));
            }
          }
        }
      }
    }
    return all;
  }

  private static void syntax(
      Panel panel, PanelExpression expression, ParseError error, Findings findings) {
    findings.add(
        findings
            .at(
                expression.text().locate(error.span()),
                named(panel) + " has an expression that does not parse: " + error.message())
            .withHelp(error.help()));
  }

  // A panel may show one alert's threshold of several, or more than alerts know of.
  private static void thresholds(
      Panel panel, PanelExpression expression, List<AlertThreshold> all, Findings findings) {
    if (panel.thresholds().isEmpty()) {
      return;
    }
    List<AlertThreshold> alerts = new ArrayList<>();
    for (AlertThreshold alert : all) {
      if (expression.isSame(alert.threshold().subject())) {
        alerts.add(alert);
      }
    }
    List<AlertThreshold> unseen = new ArrayList<>();
    for (AlertThreshold alert : alerts) {
      if (panel.thresholds().stream().noneMatch(shown -> shown.value() == alert.value())) {
        unseen.add(alert);
      }
    }
    for (Located<Double> shown : panel.thresholds()) {
      if (alerts.stream().noneMatch(alert -> alert.value() == shown.value())) {
        unseen.stream()
            .min((one, other) -> Double.compare(distance(one, shown), distance(other, shown)))
            .ifPresent(alert -> findings.add(differs(panel, shown, alert, findings)));
      }
    }
  }

  private static double distance(AlertThreshold alert, Located<Double> shown) {
    return Math.abs(alert.value() - shown.value());
  }

  private static Diagnostic differs(
      Panel panel, Located<Double> shown, AlertThreshold alert, Findings findings) {
    String name = alert.alert().name().value();
    String written =
        shown
            .location()
            .file()
            .text()
            .substring(shown.location().span().start(), shown.location().span().end());
    String side = alert.threshold().isUpper() ? "above " : "below ";
    return findings
        .at(
            shown.location(),
            named(panel)
                + " changes at "
                + written
                + ", "
                + name
                + " fires "
                + side
                + Printer.print(alert.threshold().number()))
        .withNote(
            "the alert compares the same expression",
            alert.alert().expr().source().locate(alert.threshold().comparison().span()))
        .withHelp("use one threshold for both, so that the panel shows what people are paged for");
  }

  private static String named(Panel panel) {
    return panel.title().isEmpty() ? "a panel" : "the panel `" + panel.title() + "`";
  }
}

package dev.firedrill.rules.test.check;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.rules.test.AlertBehaviour;
import dev.firedrill.rules.test.StateClaim;
import dev.firedrill.rules.test.UnitTest.AlertExpectation;
import dev.firedrill.rules.test.UnitTest.ExpectedAlert;
import dev.firedrill.rules.test.UnitTest.ExprExpectation;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An expectation that says no more than another one tests nothing of its own: mostly it was copied
/// and not changed where it should have been.
final class Shadowed implements TestCheck {
  @Override
  public void check(TestSubject subject, Consumer<Diagnostic> findings) {
    checkAlerts(subject, findings);
    checkExprs(subject, findings);
    checkBehaviours(subject.test().additions().behaviours(), findings);
  }

  private record AlertKey(String name, Duration evaluation, Set<ExpectedAlert> expected) {}

  private static void checkAlerts(TestSubject subject, Consumer<Diagnostic> findings) {
    Map<AlertKey, Location> seen = new HashMap<>();
    for (AlertExpectation alert : subject.test().alerts()) {
      AlertKey key =
          new AlertKey(
              alert.alertname(),
              subject.evaluation(alert.evalTime()),
              new HashSet<>(alert.expected()));
      @Nullable Location first = seen.putIfAbsent(key, alert.location());
      if (first != null) {
        report(
            "expects of '"
                + alert.alertname()
                + "' at "
                + TestSubject.text(key.evaluation())
                + " what is expected already",
            alert.timed(),
            first,
            findings);
      }
    }
  }

  private record ExprKey(String expr, Duration time, Set<SampleKey> expected) {}

  private record SampleKey(String labels, double value, String histogram) {}

  private static void checkExprs(TestSubject subject, Consumer<Diagnostic> findings) {
    Map<ExprKey, Location> seen = new HashMap<>();
    for (ExprExpectation expr : subject.test().exprs()) {
      Set<SampleKey> samples = new HashSet<>();
      expr.expected()
          .forEach(
              sample ->
                  samples.add(
                      new SampleKey(
                          sample.labels().value(), sample.value(), sample.histogram().value())));
      ExprKey key = new ExprKey(canonical(expr), expr.evalTime(), samples);
      @Nullable Location first = seen.putIfAbsent(key, expr.location());
      if (first != null) {
        report(
            "expects of this expression at "
                + TestSubject.text(expr.evalTime())
                + " what is expected already",
            expr.expr().location(),
            first,
            findings);
      }
    }
  }

  private static String canonical(ExprExpectation expr) {
    return Promql.parse(expr.expr().text()) instanceof ParseResult.Parsed parsed
        ? Printer.print(parsed.expr())
        : expr.expr().text();
  }

  private static void checkBehaviours(
      List<AlertBehaviour> behaviours, Consumer<Diagnostic> findings) {
    for (int i = 0; i < behaviours.size(); i++) {
      AlertBehaviour one = behaviours.get(i);
      @Nullable AlertBehaviour other = covering(behaviours, i);
      if (other != null) {
        report(
            "expects of '" + one.alertname().value() + "' no more than another item does",
            one.alertname().location(),
            other.alertname().location(),
            findings);
      }
    }
  }

  // Of two that say the same, the second is too much.
  private static @Nullable AlertBehaviour covering(List<AlertBehaviour> behaviours, int place) {
    AlertBehaviour one = behaviours.get(place);
    for (int i = 0; i < behaviours.size(); i++) {
      AlertBehaviour other = behaviours.get(i);
      if (i != place && covers(other, one) && (i < place || !covers(one, other))) {
        return other;
      }
    }
    return null;
  }

  /// Whether all that one item says follows from the other.
  private static boolean covers(AlertBehaviour other, AlertBehaviour one) {
    if (!other.alertname().value().equals(one.alertname().value())
        || !one.labels().containsAll(other.labels())
        || !other.annotations().containsAll(one.annotations())) {
      return false;
    }
    boolean sameInstances = other.labels().containsAll(one.labels());
    Integer count = one.count();
    boolean counted = count == null || (sameInstances && count.equals(other.count()));
    boolean there = sameInstances || one.allowsNone();
    return counted && there && one.claims().stream().allMatch(claim -> hasClaim(other, claim));
  }

  private static boolean hasClaim(AlertBehaviour behaviour, StateClaim claim) {
    return behaviour.claims().stream()
        .anyMatch(
            each ->
                each.phase() == claim.phase()
                    && each.when() == claim.when()
                    && each.stretches().equals(claim.stretches())
                    && each.instants().containsAll(claim.instants()));
  }

  private static void report(
      String message, Location place, Location other, Consumer<Diagnostic> findings) {
    findings.accept(
        Diagnostic.of("test/shadowed", Severity.WARNING, message, place)
            .withNote("expected here", other)
            .withHelp("remove it, or say what is different"));
  }
}

package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.condition.Condition;
import dev.firedrill.replay.noise.NeverFired;
import dev.firedrill.replay.noise.Together;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Says in words why an alert never fired, and which fire together.
///
/// @param zone in which times are shown
public record NoiseWords(ZoneId zone) {
  /// {@return one line for a reason}
  public String of(NeverFired.Reason reason) {
    return switch (reason) {
      case NeverFired.NotEvaluated _ -> "its group is not evaluated in this time";
      case NeverFired.Failed failed ->
          Counted.of(failed.evaluations(), "evaluation") + " failed: " + failed.message();
      case NeverFired.NoSeries missing -> "no series for " + selectors(missing.selectors());
      case NeverFired.NothingRecorded nothing -> recorded(nothing);
      case NeverFired.NotLongEnough pending ->
          "pending "
              + Counted.of(pending.times(), "time")
              + ", for up to "
              + Counted.of(pending.longest(), "evaluation")
              + " in a row; for: "
              + ClockText.duration(pending.holdMillis())
              + " takes "
              + pending.wanted();
      case NeverFired.NoValues none ->
          Printer.print(none.comparison().watched()) + " never had a value";
      case NeverFired.NoThreshold none ->
          Printer.print(none.comparison().threshold())
              + " had no value for any of "
              + none.series()
              + " series"
              + " of "
              + Printer.print(none.comparison().watched());
      case NeverFired.Missed missed -> missed(missed);
      case NeverFired.Held held ->
          asked(held.comparison())
              + " held for "
              + percent(held.share())
              + " of its values, but not where all the rest did";
      case NeverFired.NeverAbsent absence ->
          Printer.print(absence.absence().watched()) + " was never absent";
      case NeverFired.NoMatch _ -> "no series was in all parts of the expression at once";
    };
  }

  /// {@return how alerts fire together, in one sentence}
  public static String of(Together together) {
    List<String> names = new ArrayList<>();
    int firings = 0;
    for (AlertReplay target : together.targets()) {
      names.add(NoiseYaml.name(target, together.source()));
      firings += target.firings();
    }
    String targets = String.join(", ", names);
    String source = NoiseYaml.name(together.source(), together.targets().getFirst());
    String fires = names.size() == 1 ? " fires" : " fire";
    String does = names.size() == 1 ? " does" : " do";
    int own = together.source().firings();
    return switch (together.relation()) {
      case MUTUAL -> source + " and " + targets + " always fire together" + within(firings, own);
      case TARGETS_WITHIN ->
          targets + fires + " only while " + source + " does" + within(firings, own);
      case SOURCE_WITHIN -> source + " fires only while " + targets + does + within(own, firings);
    };
  }

  private static String within(int inner, int outer) {
    return " (" + Counted.of(inner, "firing") + " within " + outer + ")";
  }

  private static String selectors(List<InstantSelector> selectors) {
    return String.join(", ", selectors.stream().map(Printer::print).toList());
  }

  private static String recorded(NeverFired.NothingRecorded nothing) {
    Location place = nothing.rule().location();
    String rule =
        nothing.rule().name().value()
            + " is recorded at "
            + place.file().path()
            + ":"
            + place.start().line();
    return nothing.selectors().isEmpty()
        ? rule + ", whose expression yields nothing"
        : rule + " from " + selectors(nothing.selectors()) + ", of which there are no series";
  }

  private String missed(NeverFired.Missed missed) {
    String watched = Printer.print(missed.comparison().watched());
    if (Double.isInfinite(missed.distance())) {
      return watched + " was never comparable with " + threshold(missed.comparison()) + " (NaN)";
    }
    StringBuilder text = new StringBuilder(watched);
    if (missed.distance() == 0) {
      text.append(" reached ").append(number(missed.limit())).append(" but did not ");
      text.append(passing(missed.comparison().operator())).append(" it");
    } else {
      text.append(" came as near as ").append(number(missed.value())).append(" to ");
      text.append(missed.comparison().operator().symbol()).append(' ');
      text.append(number(missed.limit())).append(": ").append(number(missed.distance()));
      text.append(side(missed.comparison()));
    }
    text.append(", at ").append(new ClockText(zone).full(missed.time()));
    Labels labels = missed.labels().without(Labels.METRIC_NAME);
    return labels.size() == 0 ? text.toString() : text.append(" on ").append(labels).toString();
  }

  // Only strict comparisons are missed by nothing.
  private static String passing(BinaryOperator operator) {
    return switch (operator) {
      case GREATER -> "exceed";
      case LESS -> "fall below";
      default -> "differ from";
    };
  }

  private static String side(Condition.Comparison comparison) {
    BinaryOperator operator = comparison.operator();
    return switch (operator) {
      case GREATER, GREATER_OR_EQUAL -> " too low";
      case LESS, LESS_OR_EQUAL -> " too high";
      default -> " away";
    };
  }

  /// {@return `x > 0.9`}
  static String asked(Condition.Comparison comparison) {
    return Printer.print(comparison.watched())
        + " "
        + comparison.operator().symbol()
        + " "
        + threshold(comparison);
  }

  private static String threshold(Condition.Comparison comparison) {
    return Printer.print(ExprWalk.unwrapped(comparison.threshold()));
  }

  /// {@return a number with six digits}
  static String number(double value) {
    return GoFloat.general(value, 6);
  }

  /// {@return a share as a percentage; what is neither nothing nor all is shown as neither}
  public static String percent(double share) {
    double percent = Math.round(share * 1000) / 10.0;
    if (share > 0 && share < 1) {
      percent = Math.clamp(percent, 0.1, 99.9);
    }
    return GoFloat.general(percent) + "%";
  }
}

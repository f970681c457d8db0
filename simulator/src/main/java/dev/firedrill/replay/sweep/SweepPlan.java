package dev.firedrill.replay.sweep;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleExpr;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// All combinations of the settings of a rule that are to be tried.
///
/// @param axes in the order given
/// @param variants the rule as it is first, whether or not it is one of the combinations
public record SweepPlan(AlertingRule rule, List<SweepAxis> axes, List<Variant> variants) {
  /// How many combinations are tried at most.
  public static final int MOST = 1000;

  /// One combination.
  ///
  /// @param position in the order of the combinations, from 0; -1 for the rule as it is where that
  ///     is none of them
  /// @param values one for each axis, as written
  /// @param current whether it is the rule as it is
  public record Variant(int position, List<String> values, AlertingRule rule, boolean current) {
    public Variant {
      values = List.copyOf(values);
    }
  }

  public SweepPlan {
    axes = List.copyOf(axes);
    variants = List.copyOf(variants);
  }

  /// {@return the combinations of settings, the last of which changes fastest}
  ///
  /// @param settings as on the command line: `for=1m,5m`
  /// @param syntax of expressions
  /// @throws SweepException if there is no such setting, a value does not fit, or there are too
  ///     many
  public static SweepPlan of(AlertingRule rule, List<String> settings, ParseOptions syntax) {
    return combined(rule, axes(rule, settings), syntax);
  }

  /// {@return the same with quantiles of what is watched as thresholds, which change fastest}
  ///
  /// @throws SweepException also if the settings vary that threshold
  public static SweepPlan of(
      AlertingRule rule, List<String> settings, ValueDistribution values, ParseOptions syntax) {
    List<SweepAxis> axes = new ArrayList<>(axes(rule, settings));
    checkSuggested(axes, rule, values.threshold());
    axes.add(new AxisReader(rule).read(values.setting()));
    return combined(rule, axes, syntax);
  }

  /// Makes sure, before any data are read, that a threshold can be suggested beside settings.
  ///
  /// @throws SweepException if the settings vary that threshold
  public static void checkSuggested(
      AlertingRule rule, List<String> settings, SuggestedThreshold threshold) {
    checkSuggested(axes(rule, settings), rule, threshold);
  }

  private static void checkSuggested(
      List<SweepAxis> axes, AlertingRule rule, SuggestedThreshold threshold) {
    Span place = ExprWalk.unwrapped(threshold.comparison().threshold()).span();
    for (SweepAxis axis : axes) {
      if (axis.places().contains(place)) {
        throw new SweepException(
            "--set "
                + axis.key()
                + " and --suggest change the same number ("
                + ExprPlaces.of(rule.expr()).where(place)
                + "): leave one of them out");
      }
    }
  }

  private static List<SweepAxis> axes(AlertingRule rule, List<String> settings) {
    AxisReader reader = new AxisReader(rule);
    return settings.stream().map(reader::read).toList();
  }

  private static SweepPlan combined(AlertingRule rule, List<SweepAxis> axes, ParseOptions syntax) {
    check(axes);
    List<String> now = axes.stream().map(SweepAxis::current).toList();
    List<Variant> variants = new ArrayList<>();
    variants.add(new Variant(-1, now, copy(rule), true));
    int position = 0;
    for (List<String> values : combinations(axes)) {
      boolean current = true;
      for (int i = 0; i < axes.size(); i++) {
        current &= axes.get(i).isCurrent(values.get(i));
      }
      if (current) {
        variants.set(0, new Variant(position, values, variants.getFirst().rule(), true));
      } else {
        variants.add(new Variant(position, values, changed(rule, axes, values, syntax), false));
      }
      position++;
    }
    return new SweepPlan(rule, axes, variants);
  }

  private static void check(List<SweepAxis> axes) {
    long count = 1;
    for (int i = 0; i < axes.size(); i++) {
      SweepAxis axis = axes.get(i);
      count = Math.min(count * axis.values().size(), Integer.MAX_VALUE);
      for (SweepAxis before : axes.subList(0, i)) {
        boolean same =
            axis.places().isEmpty()
                ? axis.kind() == before.kind()
                : axis.places().stream().anyMatch(before.places()::contains);
        if (same) {
          throw new SweepException(
              "--set " + before.key() + " and --set " + axis.key() + " change the same");
        }
      }
    }
    if (count > MOST) {
      throw new SweepException(
          count + " combinations are more than " + MOST + ": name fewer values, or fewer settings");
    }
  }

  private static List<List<String>> combinations(List<SweepAxis> axes) {
    List<List<String>> combinations = new ArrayList<>();
    combinations.add(List.of());
    for (SweepAxis axis : axes) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> before : combinations) {
        for (String value : axis.values()) {
          List<String> one = new ArrayList<>(before);
          one.add(value);
          longer.add(one);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  private static AlertingRule copy(AlertingRule rule) {
    return new AlertingRule(
        rule.name(),
        rule.expr(),
        rule.holdDuration(),
        rule.keepFiringFor(),
        rule.labels(),
        rule.annotations(),
        rule.location());
  }

  private static AlertingRule changed(
      AlertingRule rule, List<SweepAxis> axes, List<String> values, ParseOptions syntax) {
    Located<Duration> hold = rule.holdDuration();
    Located<Duration> keep = rule.keepFiringFor();
    TreeMap<Integer, Span> places = new TreeMap<>();
    TreeMap<Integer, String> texts = new TreeMap<>();
    for (int i = 0; i < axes.size(); i++) {
      SweepAxis axis = axes.get(i);
      String value = values.get(i);
      switch (axis.kind()) {
        case FOR -> hold = duration(rule, value);
        case KEEP_FIRING_FOR -> keep = duration(rule, value);
        case RANGE, NUMBER ->
            axis.places()
                .forEach(
                    place -> {
                      places.put(place.start(), place);
                      texts.put(place.start(), value);
                    });
      }
    }
    RuleExpr expr = places.isEmpty() ? rule.expr() : replaced(rule.expr(), places, texts, syntax);
    return new AlertingRule(
        rule.name(), expr, hold, keep, rule.labels(), rule.annotations(), rule.location());
  }

  private static Located<Duration> duration(AlertingRule rule, String value) {
    long millis = SettingValue.millis(value).orElseThrow();
    return new Located<>(Duration.ofMillis(millis), rule.location());
  }

  private static RuleExpr replaced(
      RuleExpr expr,
      TreeMap<Integer, Span> places,
      TreeMap<Integer, String> texts,
      ParseOptions syntax) {
    StringBuilder text = new StringBuilder(expr.source().text());
    for (Span place : places.descendingMap().values()) {
      text.replace(place.start(), place.end(), texts.getOrDefault(place.start(), ""));
    }
    ParseResult result = Promql.parse(text.toString(), syntax);
    if (result instanceof ParseResult.Rejected rejected) {
      throw new SweepException(
          "the expression would not be valid: " + rejected.first().message() + ": " + text);
    }
    Span whole = expr.source().location().span();
    SourceText source = SourceText.unmapped(expr.source().file(), text.toString(), whole);
    return new RuleExpr(source, result, null);
  }
}

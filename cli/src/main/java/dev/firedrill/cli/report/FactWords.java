package dev.firedrill.cli.report;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.LabelNames;
import dev.firedrill.promql.flow.Facts;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.promql.flow.LabelFlow.Carried;
import dev.firedrill.promql.flow.MetricKind;
import dev.firedrill.promql.flow.Unit;
import dev.firedrill.promql.flow.ValueRange;
import dev.firedrill.promql.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/// What is known of an expression without data, in words.
final class FactWords {
  private FactWords() {}

  /// {@return a line about the labels, and one about the values; fewer where nothing is known}
  static List<String> lines(Facts facts) {
    List<String> lines = new ArrayList<>();
    if (facts.type() == ValueType.INSTANT_VECTOR || facts.type() == ValueType.RANGE_VECTOR) {
      lines.add("labels: " + labels(facts.labels()));
    }
    String values = values(facts);
    if (!values.isEmpty()) {
      lines.add("values: " + values);
    }
    return lines;
  }

  private static String labels(LabelFlow flow) {
    List<String> parts = new ArrayList<>();
    if (!flow.sure().isEmpty()) {
      List<String> sure = new ArrayList<>();
      for (String label : new TreeSet<>(flow.sure())) {
        String name = LabelNames.quotedIfNeeded(label);
        List<String> values =
            flow.possibleValues(label).stream().sorted().map(GoQuote::quote).toList();
        sure.add(values.isEmpty() ? name : name + "=" + String.join("|", values));
      }
      parts.add("surely " + String.join(", ", sure));
    }
    List<String> maybe = maybe(flow);
    if (!maybe.isEmpty()) {
      parts.add("perhaps " + String.join(", ", maybe));
    }
    List<String> never = never(flow);
    String others = flow.open() ? "any" : "no";
    parts.add(parts.isEmpty() ? flow.open() ? "any" : "none" : others + " others");
    if (!never.isEmpty()) {
      parts.add("never " + String.join(", ", never));
    }
    return String.join("; ", parts);
  }

  /// {@return labels that are known by name and may be there}
  static List<String> maybe(LabelFlow flow) {
    return named(flow, Carried.MAYBE);
  }

  /// {@return labels that are known by name and are never there, of what otherwise may have any}
  static List<String> never(LabelFlow flow) {
    return named(flow, Carried.NEVER);
  }

  private static List<String> named(LabelFlow flow, Carried carried) {
    return new TreeSet<>(flow.named()).stream().filter(each -> flow.of(each) == carried).toList();
  }

  private static String values(Facts facts) {
    List<String> parts = new ArrayList<>();
    if (facts.kind() != MetricKind.UNKNOWN) {
      parts.add("a " + facts.kind().name().toLowerCase(Locale.ROOT));
    }
    unit(facts.unit()).ifPresent(parts::add);
    String range = range(facts.range());
    if (!range.isEmpty()) {
      parts.add(range);
    }
    String known = String.join(", ", parts);
    String presence = presence(facts);
    return known.isEmpty() || presence.isEmpty() ? known + presence : known + "; " + presence;
  }

  private static String presence(Facts facts) {
    if (facts.isScalar() || facts.type() == ValueType.STRING) {
      return "";
    }
    return switch (facts.presence()) {
      case ALWAYS -> "always there";
      case SOMETIMES -> "perhaps none";
      case NEVER -> "never any";
    };
  }

  private static String range(ValueRange range) {
    if (range.isAny() || range.isEmpty()) {
      return "";
    }
    if (range.isConstant()) {
      return "always " + GoFloat.plain(range.min());
    }
    String above = bound("at least ", "above ", range.min(), Math.nextDown(range.min()));
    String below = bound("at most ", "below ", range.max(), Math.nextUp(range.max()));
    if (range.min() == Double.NEGATIVE_INFINITY) {
      return below;
    }
    if (range.max() == Double.POSITIVE_INFINITY) {
      return above;
    }
    return above.startsWith("at ") && below.startsWith("at ")
        ? "from " + GoFloat.plain(range.min()) + " to " + GoFloat.plain(range.max())
        : above + ", " + below;
  }

  // What a comparison leaves starts next to the number that was written.
  private static String bound(String closed, String open, double bound, double next) {
    String text = GoFloat.plain(bound);
    String neighbour = GoFloat.plain(next);
    return neighbour.length() < text.length() ? open + neighbour : closed + text;
  }

  /// {@return what values are measured in; empty where it is not known}
  static Optional<String> unit(Unit unit) {
    return switch (unit.kind()) {
      case UNKNOWN, NUMBER -> Optional.empty();
      case TIMESTAMP -> Optional.of("seconds since 1970");
      case MEASURED -> Optional.of(measured(unit));
    };
  }

  private static String measured(Unit unit) {
    String whole = unit.words();
    if (!whole.equals("a number")) {
      return whole;
    }
    List<String> above = new ArrayList<>();
    List<String> below = new ArrayList<>();
    power(unit.things(), "count", above, below);
    power(unit.bytes(), "bytes", above, below);
    power(unit.seconds(), "seconds", above, below);
    String text = above.isEmpty() ? "1" : String.join(" times ", above);
    for (String each : below) {
      text += " per " + (each.endsWith("s") ? each.substring(0, each.length() - 1) : each);
    }
    return unit.scale() == 1 ? text : text + ", times " + GoFloat.plain(unit.scale());
  }

  private static void power(int power, String name, List<String> above, List<String> below) {
    for (int i = 0; i < Math.abs(power); i++) {
      (power > 0 ? above : below).add(name);
    }
  }
}

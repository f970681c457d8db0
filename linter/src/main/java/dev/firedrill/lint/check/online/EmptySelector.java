package dev.firedrill.lint.check.online;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.lint.Inquiry;
import java.util.List;
import java.util.Optional;

/// Finds out why a selector finds nothing.
///
/// @param series what it asks for
record EmptySelector(SeriesQuestion series, SeriesPresence presence) {
  private static final int SHOWN = 5;

  /// Why it finds nothing.
  ///
  /// @param help what to do; empty where nothing is known
  private record Cause(Severity severity, String text, String help) {}

  Diagnostic report(Location place, Inquiry inquiry) {
    Cause cause = cause();
    String message =
        "`" + series + "` finds nothing now and in the last " + presence.windowText() + ": ";
    Diagnostic found = inquiry.at(cause.severity(), place, message + cause.text());
    return cause.help().isEmpty() ? found : found.withHelp(cause.help());
  }

  private Cause cause() {
    SeriesQuestion metric = series.ofMetric();
    boolean named = !metric.matchers().isEmpty();
    if (named && !presence.isKnown(metric)) {
      return missingMetric(metric);
    }
    for (LabelMatcher matcher : series.labels()) {
      if (!presence.isKnown(metric.and(matcher))) {
        return emptied(metric, matcher, named);
      }
    }
    return new Cause(Severity.WARNING, "each matcher finds series, but all together none", "");
  }

  private Cause missingMetric(SeriesQuestion metric) {
    List<String> names = presence.server().labelValues(Labels.METRIC_NAME);
    LabelMatcher name = metric.matchers().getFirst();
    if (names.stream().anyMatch(name::matches)) {
      return new Cause(Severity.WARNING, "there were such series, but that is longer ago", "");
    }
    String help =
        Spelling.nearest(name.value(), names)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("");
    return new Cause(Severity.ERROR, "the server has never known such a metric", help);
  }

  private Cause emptied(SeriesQuestion metric, LabelMatcher matcher, boolean named) {
    List<String> scope = named ? List.of(metric.toString()) : List.of();
    String of = named ? " of `" + metric + "`" : "";
    List<String> values =
        presence.server().labelValues(matcher.name(), scope, presence.start(), presence.now());
    if (values.isEmpty()) {
      return new Cause(
          Severity.WARNING,
          "no series" + of + " has a label `" + matcher.name() + "`",
          nearestLabel(matcher, scope).orElse(""));
    }
    String help =
        Spelling.nearest(matcher.value(), values)
            .filter(near -> !near.equals(matcher.value()))
            .map(near -> "did you mean `" + near + "`?")
            .orElseGet(() -> "its values are " + shown(values));
    return new Cause(Severity.WARNING, "no series" + of + " has `" + matcher + "`", help);
  }

  private Optional<String> nearestLabel(LabelMatcher matcher, List<String> scope) {
    List<String> names = presence.server().labelNames(scope, presence.start(), presence.now());
    List<String> others = names.stream().filter(name -> !name.equals(Labels.METRIC_NAME)).toList();
    return Spelling.nearest(matcher.name(), others)
        .map(near -> "did you mean `" + near + "`?")
        .or(
            () ->
                others.isEmpty()
                    ? Optional.empty()
                    : Optional.of("its labels are " + shown(others)));
  }

  private static String shown(List<String> values) {
    int more = values.size() - SHOWN;
    String first = String.join(", ", values.subList(0, Math.min(SHOWN, values.size())));
    return more > 0 ? first + " and " + more + " more" : first;
  }
}

package dev.firedrill.rules.test;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.LabelNames;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// One thing that a test expects, or that was there instead.
public sealed interface Observation {
  /// {@return the labels; of a sample with its metric name as `__name__`}
  SortedMap<String, String> labels();

  /// {@return as promtool prints it}
  String text();

  /// An alert that fires.
  ///
  /// @param labels with `alertname`
  /// @param annotations with those that are empty
  record FiringAlert(SortedMap<String, String> labels, SortedMap<String, String> annotations)
      implements Observation {
    @Override
    public String text() {
      return "Labels:" + braces(labels) + "\nAnnotations:" + braces(annotations);
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /// A sample of an expression's result.
  ///
  /// @param value 0 where the sample is a native histogram
  /// @param histogram a native histogram in series notation; null where the sample is a number
  record ResultSample(SortedMap<String, String> labels, double value, @Nullable String histogram)
      implements Observation {
    @Override
    public String text() {
      String shown = histogram;
      return braces(labels) + " " + (shown == null ? GoFloat.upperScientific(value) : shown);
    }

    /// {@return the value as people read it}
    public String valueText() {
      String shown = histogram;
      return shown == null ? GoFloat.json(value) : shown;
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /// {@return labels or annotations as promtool prints them}
  static String braces(Map<String, String> texts) {
    StringBuilder out = new StringBuilder("{");
    texts.forEach(
        (name, value) ->
            out.append(out.length() > 1 ? ", " : "")
                .append(LabelNames.quotedIfNeeded(name))
                .append('=')
                .append(GoQuote.quote(value)));
    return out.append('}').toString();
  }
}

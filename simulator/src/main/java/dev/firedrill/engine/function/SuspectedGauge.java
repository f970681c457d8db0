package dev.firedrill.engine.function;

import dev.firedrill.engine.EngineFeature;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Labels;

/// Says of a metric of which a rate is computed that it may be no counter.
final class SuspectedGauge {
  private static final String TYPE = "__type__";

  private SuspectedGauge() {}

  /// Looks at the type of a series where types are known by a label, else at its name.
  static void report(Labels labels, CallArguments call) {
    String name = labels.metricName();
    if (name.isEmpty()) {
      return;
    }
    boolean typed = call.has(EngineFeature.TYPE_AND_UNIT_LABELS);
    String type = labels.get(TYPE);
    if (typed && !type.equals("counter") && !type.equals("histogram")) {
      String got = "label is not set to \"counter\" or \"histogram\", got " + GoQuote.quote(type);
      inform("__type__ " + got, name, call);
    } else if (!typed && !isNameOfCounter(name)) {
      inform("name does not end in _total/_sum/_count/_bucket", name, call);
    }
  }

  private static boolean isNameOfCounter(String name) {
    return name.endsWith("_total")
        || name.endsWith("_sum")
        || name.endsWith("_count")
        || name.endsWith("_bucket");
  }

  private static void inform(String why, String name, CallArguments call) {
    call.annotations()
        .inform("metric might not be a counter, " + why + ": " + GoQuote.quote(name), call.span(0));
  }
}

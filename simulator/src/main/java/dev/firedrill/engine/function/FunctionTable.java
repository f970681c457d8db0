package dev.firedrill.engine.function;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The functions that this engine computes, by name.
public final class FunctionTable {
  private static final Map<String, FunctionPlan> PLANS = new HashMap<>();

  static {
    MathFunctions.addTo(PLANS);
    DateFunctions.addTo(PLANS);
    RangeFunctions.addTo(PLANS);
    LabelFunctions.addTo(PLANS);
    VectorFunctions.addTo(PLANS);
    HistogramFunctions.addTo(PLANS);
    ExperimentalFunctions.addTo(PLANS);
    InfoFunction.addTo(PLANS);
  }

  private FunctionTable() {}

  /// {@return how a function is planned; empty where this engine cannot compute it}
  public static Optional<FunctionPlan> find(String name) {
    return Optional.ofNullable(PLANS.get(name));
  }

  /// {@return the names of all functions that this engine computes}
  public static Set<String> names() {
    return Set.copyOf(PLANS.keySet());
  }
}

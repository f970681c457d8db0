package dev.firedrill.promql;

import java.util.EnumSet;
import java.util.Set;

/// Which experimental syntax is accepted.
///
/// @param features those switched on
public record ParseOptions(Set<Feature> features) {
  /// What Prometheus 3.14 accepts without flags.
  public static final ParseOptions DEFAULT =
      new ParseOptions(EnumSet.of(Feature.DURATION_EXPRESSIONS));

  /// Everything.
  public static final ParseOptions ALL = new ParseOptions(EnumSet.allOf(Feature.class));

  public ParseOptions {
    features = Set.copyOf(features);
  }

  /// {@return whether a feature is on}
  public boolean allows(Feature feature) {
    return features.contains(feature);
  }

  /// Syntax behind a flag.
  public enum Feature {
    /// Functions and aggregations marked experimental.
    EXPERIMENTAL_FUNCTIONS("promql-experimental-functions"),
    /// `anchored` and `smoothed`.
    EXTENDED_RANGE_SELECTORS("promql-extended-range-selectors"),
    /// `fill`, `fill_left`, `fill_right`.
    BINARY_FILL_MODIFIERS("promql-binop-fill-modifiers"),
    /// Arithmetic in durations; always on since 3.14.
    DURATION_EXPRESSIONS("promql-duration-expr");

    private final String flag;

    Feature(String flag) {
      this.flag = flag;
    }

    /// {@return the name given to `--enable-feature`}
    public String flag() {
      return flag;
    }
  }
}

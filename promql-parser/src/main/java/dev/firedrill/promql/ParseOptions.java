package dev.firedrill.promql;

import java.util.EnumSet;
import java.util.Set;

/// Which syntax is accepted beside what Prometheus 3.14 takes without flags.
///
/// @param features those switched on
/// @param oldNames whether functions are known by the names that they had before Prometheus 3.0,
///     too
public record ParseOptions(Set<Feature> features, boolean oldNames) {
  /// What Prometheus 3.14 accepts without flags.
  public static final ParseOptions DEFAULT =
      new ParseOptions(EnumSet.of(Feature.DURATION_EXPRESSIONS));

  /// Everything.
  public static final ParseOptions ALL = new ParseOptions(EnumSet.allOf(Feature.class));

  public ParseOptions {
    features = Set.copyOf(features);
  }

  /// The names of functions are those of today.
  public ParseOptions(Set<Feature> features) {
    this(features, false);
  }

  /// {@return these with or without the names that functions had before Prometheus 3.0}
  public ParseOptions withOldNames(boolean old) {
    return new ParseOptions(features, old);
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

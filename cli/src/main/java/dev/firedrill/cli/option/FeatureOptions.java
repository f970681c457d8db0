package dev.firedrill.cli.option;

import dev.firedrill.cli.console.UsageException;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseOptions.Feature;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `--enable-feature`: Prometheus's experimental features.
public final class FeatureOptions {
  /// Features that change how expressions are evaluated, not how they are parsed.
  private static final List<String> EVALUATION =
      List.of("promql-delayed-name-removal", "use-start-timestamps", "type-and-unit-labels");

  private final Values features;

  /// Declares the option.
  public FeatureOptions(Options options) {
    features =
        options.values(
            "--enable-feature", "A,B", "Prometheus's feature flags; see 'firedrill help features'");
  }

  /// {@return which experimental syntax is accepted}
  public ParseOptions parsing() {
    Set<Feature> on = EnumSet.copyOf(ParseOptions.DEFAULT.features());
    for (String name : names()) {
      for (Feature feature : Feature.values()) {
        if (name.equals("all") || name.equals(feature.flag())) {
          on.add(feature);
        }
      }
    }
    return new ParseOptions(on);
  }

  /// {@return whether a feature is on, by Prometheus's name}
  public boolean enabled(String feature) {
    List<String> names = names();
    return names.contains(feature) || names.contains("all");
  }

  private List<String> names() {
    List<String> names = features.split();
    if (names.isEmpty()) {
      return names;
    }
    List<String> known = new ArrayList<>(EVALUATION);
    known.add("all");
    for (Feature feature : Feature.values()) {
      known.add(feature.flag());
    }
    for (String name : names) {
      if (!known.contains(name)) {
        throw unknown(name, known);
      }
    }
    return names;
  }

  private static UsageException unknown(String name, List<String> known) {
    String hint =
        Spelling.nearest(name, known)
            .map(near -> "did you mean " + near + "?")
            .orElse("see 'firedrill help features'");
    return new UsageException("unknown feature '" + name + "': " + hint);
  }
}

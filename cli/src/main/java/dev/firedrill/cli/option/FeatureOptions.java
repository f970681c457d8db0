package dev.firedrill.cli.option;

import dev.firedrill.cli.console.UsageException;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.engine.EngineFeature;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseOptions.Feature;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `--enable-feature`: Prometheus's experimental features.
public final class FeatureOptions {
  private final Values features;

  /// Declares the option.
  public FeatureOptions(Options options) {
    features =
        options.values(
            "--enable-feature", "A,B", "Prometheus's feature flags; see 'firedrill help features'");
    options.whenParsed(this::names);
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

  /// {@return an engine's settings with what is switched on}
  public EngineOptions engine() {
    return engine(EngineOptions.DEFAULT);
  }

  /// {@return an engine's settings with what is switched on besides what already was}
  public EngineOptions engine(EngineOptions options) {
    Set<EngineFeature> on = EnumSet.noneOf(EngineFeature.class);
    on.addAll(options.features());
    for (String name : names()) {
      for (EngineFeature feature : EngineFeature.values()) {
        if (name.equals("all") || name.equals(feature.flag())) {
          on.add(feature);
        }
      }
    }
    return options.withFeatures(on).withSyntax(parsing());
  }

  private List<String> names() {
    List<String> names = features.split();
    if (names.isEmpty()) {
      return names;
    }
    List<String> known = new ArrayList<>(List.of("all"));
    for (EngineFeature feature : EngineFeature.values()) {
      known.add(feature.flag());
    }
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

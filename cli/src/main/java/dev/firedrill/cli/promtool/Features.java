package dev.firedrill.cli.promtool;

import dev.firedrill.cli.console.OrderedOutput;
import dev.firedrill.engine.EngineFeature;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseOptions.Feature;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `--enable-feature` switches on.
///
/// @param parsing the syntax that is accepted
/// @param engine how expressions are evaluated; their syntax is checked again by then, without
///     features, as in promtool
record Features(ParseOptions parsing, EngineOptions engine) {
  /// Reads lists of names; of unknown ones there is a warning, without a line break, as promtool
  /// has it.
  static Features of(List<String> lists, OrderedOutput output) {
    Set<Feature> on = EnumSet.copyOf(ParseOptions.DEFAULT.features());
    EngineOptions engine = EngineOptions.DEFAULT;
    for (String list : lists) {
      for (String name : list.split(",", -1)) {
        Feature feature = feature(name);
        if (feature != null) {
          on.add(feature);
        } else if (name.equals(EngineFeature.DELAYED_NAME_REMOVAL.flag())) {
          engine = engine.with(EngineFeature.DELAYED_NAME_REMOVAL);
        } else if (!name.isEmpty()) {
          output.outText("  WARNING: Unknown feature passed to --enable-feature: " + name);
        }
      }
    }
    return new Features(new ParseOptions(on), engine);
  }

  private static @Nullable Feature feature(String name) {
    for (Feature feature : Feature.values()) {
      if (feature.flag().equals(name)) {
        return feature;
      }
    }
    return null;
  }
}

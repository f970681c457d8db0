package dev.firedrill.cli.promtool;

import dev.firedrill.cli.console.OrderedOutput;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseOptions.Feature;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `--enable-feature` switches on.
///
/// @param parsing the syntax that is accepted
/// @param delayedNameRemoval whether metric names go at the end of an expression only
record Features(ParseOptions parsing, boolean delayedNameRemoval) {
  private static final String DELAYED_NAME_REMOVAL = "promql-delayed-name-removal";

  /// Reads lists of names; of unknown ones there is a warning, without a line break, as promtool
  /// has it.
  static Features of(List<String> lists, OrderedOutput output) {
    Set<Feature> on = EnumSet.copyOf(ParseOptions.DEFAULT.features());
    boolean delayed = false;
    for (String list : lists) {
      for (String name : list.split(",", -1)) {
        Feature feature = feature(name);
        if (feature != null) {
          on.add(feature);
        } else if (name.equals(DELAYED_NAME_REMOVAL)) {
          delayed = true;
        } else if (!name.isEmpty()) {
          output.outText("  WARNING: Unknown feature passed to --enable-feature: " + name);
        }
      }
    }
    return new Features(new ParseOptions(on), delayed);
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

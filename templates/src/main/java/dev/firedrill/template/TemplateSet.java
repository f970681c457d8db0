package dev.firedrill.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A template and all templates that it may call.
///
/// @param main what is run
/// @param trees all by name, the main one among them unless an earlier text of its name won
public record TemplateSet(TemplateTree main, Map<String, TemplateTree> trees) {
  public TemplateSet {
    trees = Map.copyOf(trees);
  }

  /// {@return the template of a name}
  public Optional<TemplateTree> tree(String name) {
    return Optional.ofNullable(trees.get(name));
  }

  /// {@return this with the templates of texts read before it: of two of one name this one's wins,
  /// unless it is blank}
  public TemplateSet after(TemplateSet earlier) {
    Map<String, TemplateTree> all = new LinkedHashMap<>(earlier.trees);
    trees.forEach(
        (name, tree) -> {
          if (!tree.body().isBlank() || !all.containsKey(name)) {
            all.put(name, tree);
          }
        });
    return new TemplateSet(main, all);
  }
}

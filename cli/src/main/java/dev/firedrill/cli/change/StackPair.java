package dev.firedrill.cli.change;

import dev.firedrill.cli.input.Stacks;
import dev.firedrill.settings.StackFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A stack in both versions.
///
/// @param name as it is called now, or was called where it is gone
/// @param before null where it is new
/// @param after null where it is gone
record StackPair(String name, @Nullable StackFiles before, @Nullable StackFiles after) {
  /// {@return the stacks of now, in their order, then those that are gone}
  ///
  /// Stacks belong together by their names, else by rule files that both have.
  static List<StackPair> of(
      Version old, List<StackFiles> before, Version now, List<StackFiles> after) {
    List<StackFiles> left = new ArrayList<>(before);
    Set<String> names = new HashSet<>();
    after.forEach(each -> names.add(each.name()));
    List<StackPair> pairs = new ArrayList<>();
    for (StackFiles stack : after) {
      Set<String> rules = rules(now, stack);
      Optional<StackFiles> former =
          left.stream()
              .filter(each -> each.name().equals(stack.name()))
              .findFirst()
              .or(
                  () ->
                      left.stream()
                          .filter(each -> !names.contains(each.name()))
                          .filter(each -> rules(old, each).stream().anyMatch(rules::contains))
                          .findFirst());
      former.ifPresent(left::remove);
      pairs.add(new StackPair(stack.name(), former.orElse(null), stack));
    }
    left.forEach(each -> pairs.add(new StackPair(each.name(), each, null)));
    return pairs;
  }

  // In either version relative to the same folder.
  private static Set<String> rules(Version version, StackFiles stack) {
    return new HashSet<>(
        Stacks.files(version.scene().session(), List.of(stack), StackFiles::rules));
  }

  /// {@return a stack as a list of it; nothing where there is none}
  static List<StackFiles> present(@Nullable StackFiles stack) {
    return stack == null ? List.of() : List.of(stack);
  }
}

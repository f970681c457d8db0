package dev.firedrill.cli.change;

import dev.firedrill.cli.input.Stacks;
import dev.firedrill.diagnostic.ByteText;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which files of notification templates differ between two versions of a stack.
final class ChangedTemplates {
  private ChangedTemplates() {}

  /// {@return the files, as the working directory calls them}
  ///
  /// @param pair the stack as it was and as it is
  static List<String> between(Version before, Version after, StackPair pair) throws IOException {
    SortedMap<String, String> old = texts(before, pair.before());
    SortedMap<String, String> today = texts(after, pair.after());
    Set<String> changed = new TreeSet<>(old.keySet());
    changed.addAll(today.keySet());
    changed.removeIf(path -> old.containsKey(path) && old.get(path).equals(today.get(path)));
    return List.copyOf(changed);
  }

  private static SortedMap<String, String> texts(Version version, @Nullable StackFiles stack)
      throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Path file : stack == null ? List.<Path>of() : stack.templates()) {
      texts.put(
          Stacks.shown(version.scene().session(), file), ByteText.decode(Files.readAllBytes(file)));
    }
    return texts;
  }
}

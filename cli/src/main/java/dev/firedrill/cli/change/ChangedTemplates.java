package dev.firedrill.cli.change;

import dev.firedrill.cli.console.Session;
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
  /// @param then the stack as it was; null where there was none
  static List<String> between(
      Session before, @Nullable StackFiles then, Session after, StackFiles now) throws IOException {
    SortedMap<String, String> old = then == null ? new TreeMap<>() : texts(before, then);
    SortedMap<String, String> today = texts(after, now);
    Set<String> changed = new TreeSet<>(old.keySet());
    changed.addAll(today.keySet());
    changed.removeIf(path -> old.containsKey(path) && old.get(path).equals(today.get(path)));
    return List.copyOf(changed);
  }

  private static SortedMap<String, String> texts(Session session, StackFiles stack)
      throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Path file : stack.templates()) {
      texts.put(Stacks.shown(session, file), ByteText.decode(Files.readAllBytes(file)));
    }
    return texts;
  }
}

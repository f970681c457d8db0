package dev.firedrill.cli.command;

import dev.firedrill.cli.option.Options;
import java.util.List;

/// All commands, in the order of the manual. A command's class is loaded only when it is opened.
public final class Catalog {
  /// Names and summaries.
  public static final List<Entry> ENTRIES =
      List.of(
          new Entry("completion", "print a script that completes commands in bash, zsh or fish"));

  private Catalog() {}

  /// Builds a command, which declares its options.
  ///
  /// @param path one of [#paths]
  public static Command open(String path, Options options) {
    return switch (path) {
      case "completion" -> new Completion(options);
      default -> throw new IllegalArgumentException("no command '" + path + "'");
    };
  }

  /// {@return whether these words name a command}
  public static boolean isCommand(String path) {
    for (Entry entry : ENTRIES) {
      if (entry.path().equals(path)) {
        return true;
      }
    }
    return false;
  }

  /// {@return whether these words name a group of commands}
  public static boolean isGroup(String path) {
    for (Entry entry : ENTRIES) {
      String name = entry.path();
      if (name.length() > path.length()
          && name.startsWith(path)
          && name.charAt(path.length()) == ' ') {
        return true;
      }
    }
    return false;
  }

  /// {@return what a command does, lower-case, without a full stop}
  public static String summary(String path) {
    for (Entry entry : ENTRIES) {
      if (entry.path().equals(path)) {
        return entry.summary();
      }
    }
    throw new IllegalArgumentException("no command '" + path + "'");
  }

  /// {@return the names of all commands}
  public static List<String> paths() {
    return ENTRIES.stream().map(Entry::path).toList();
  }

  /// A command's name and what it does.
  public record Entry(String path, String summary) {}
}

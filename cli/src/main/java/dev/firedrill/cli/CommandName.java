package dev.firedrill.cli;

import dev.firedrill.cli.command.Catalog;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.diagnostic.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The words of a command line that name a command or a group of commands.
///
/// @param path the words, separated by spaces
/// @param length how many words
/// @param isGroup whether more words are wanted
record CommandName(String path, int length, boolean isGroup) {
  // Those that need no command
  private static final List<String> ALONE = List.of("--help", "--version");

  /// {@return the command that a command line names}
  /// @throws UsageException when it names none
  static CommandName find(List<String> args) {
    List<String> words = knownWords(args);
    String path = String.join(" ", words);
    if (Catalog.isCommand(path)) {
      return new CommandName(path, words.size(), false);
    }
    if (words.size() < args.size() && !args.get(words.size()).startsWith("-")) {
      throw unknown(path, args.get(words.size()));
    }
    if (words.isEmpty()) {
      String option = args.getFirst();
      throw new UsageException(
          Spelling.nearest(option, ALONE)
              .map(near -> "unknown option '" + option + "': did you mean " + near + "?")
              .orElse("options come after the command: '" + option + "'"));
    }
    return new CommandName(path, words.size(), true);
  }

  /// {@return the leading words that name a command or group}
  static List<String> knownWords(List<String> args) {
    List<String> words = new ArrayList<>();
    String path = "";
    for (String word : args) {
      String longer = path.isEmpty() ? word : path + " " + word;
      if (!Catalog.isCommand(longer) && !Catalog.isGroup(longer)) {
        break;
      }
      words.add(word);
      path = longer;
    }
    return words;
  }

  private static UsageException unknown(String group, String word) {
    String prefix = group.isEmpty() ? "" : group + " ";
    Set<String> known = new LinkedHashSet<>();
    for (String path : Catalog.paths()) {
      if (path.startsWith(prefix)) {
        known.add(path.substring(prefix.length()).split(" ", 2)[0]);
      }
    }
    String hint =
        Spelling.nearest(word, known)
            .map(near -> "did you mean '" + prefix + near + "'?")
            .orElse("known are " + String.join(", ", known));
    return new UsageException("unknown command '" + prefix + word + "': " + hint);
  }
}

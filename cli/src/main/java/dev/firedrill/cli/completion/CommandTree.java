package dev.firedrill.cli.completion;

import dev.firedrill.cli.command.Catalog;
import dev.firedrill.cli.option.Options;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What may follow what on a command line.
///
/// @param words by the words before: the empty text, a group, or `help`
/// @param options by the command's words
public record CommandTree(Map<String, List<Word>> words, Map<String, List<Option>> options) {
  /// A word that may come next.
  ///
  /// @param text what it does, lower-case
  public record Word(String name, String text) {}

  /// An option.
  ///
  /// @param names such as `-q` and `--quiet`
  /// @param label what its value is; empty where it takes none
  /// @param values those that it may have, where they are few; else empty
  public record Option(List<String> names, String label, List<String> values, String text) {
    public Option {
      names = List.copyOf(names);
      values = List.copyOf(values);
    }
  }

  /// {@return the tree of all commands}
  public static CommandTree ofAll() {
    Map<String, List<Word>> words = new LinkedHashMap<>();
    Map<String, List<Option>> options = new LinkedHashMap<>();
    for (Catalog.Entry entry : Catalog.ENTRIES) {
      String before = "";
      for (String word : entry.path().split(" ", -1)) {
        String path = before.isEmpty() ? word : before + " " + word;
        String text = path.equals(entry.path()) ? entry.summary() : "commands on " + word;
        add(words.computeIfAbsent(before, any -> new ArrayList<>()), new Word(word, text));
        before = path;
      }
      options.put(entry.path(), options(entry.path()));
    }
    words.getOrDefault("", List.of()).add(new Word("help", "help on a command or topic"));
    return new CommandTree(words, options);
  }

  private static void add(List<Word> words, Word word) {
    if (words.stream().noneMatch(known -> known.name().equals(word.name()))) {
      words.add(word);
    }
  }

  private static List<Option> options(String path) {
    Options declared = new Options();
    Catalog.open(path, declared);
    List<Option> options = new ArrayList<>();
    for (Options.Described option : declared.options()) {
      List<String> names = new ArrayList<>();
      String label = "";
      for (String word : option.usage().split(",? ", -1)) {
        if (word.startsWith("-")) {
          names.add(word);
        } else {
          label = word;
        }
      }
      options.add(new Option(names, label, values(names, label, option.text()), option.text()));
    }
    return options;
  }

  // Labels such as utf8|legacy, and texts such as "output format: text or json; ...", list them.
  private static List<String> values(List<String> names, String label, String text) {
    if (label.contains("|")) {
      return List.of(label.split("\\|", -1));
    }
    if (names.contains("--color")) {
      return List.of("auto", "always", "never");
    }
    if (names.contains("--format") && text.startsWith("output format: ")) {
      String list = text.substring("output format: ".length()).split(";", 2)[0];
      return List.of(list.split(", | or ", -1));
    }
    return List.of();
  }
}

package dev.firedrill.cli.option;

import java.util.List;

/// All words of a command line behind the command's name, as they are.
public final class Words {
  private List<String> words = List.of();

  Words() {}

  void set(List<String> given) {
    words = List.copyOf(given);
  }

  /// {@return the words, in order}
  public List<String> get() {
    return words;
  }
}

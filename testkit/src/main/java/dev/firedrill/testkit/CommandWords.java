package dev.firedrill.testkit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command line split into words as a POSIX shell does: quotes and backslashes, but no
/// expansion. `< FILE` at its end names standard input.
///
/// @param words the program's name and its arguments
/// @param input the file that standard input is read from; null for none
record CommandWords(List<String> words, @Nullable String input) {
  CommandWords {
    words = List.copyOf(words);
  }

  static CommandWords of(String line) {
    List<String> words = split(line);
    int last = words.size() - 2;
    if (last > 0 && words.get(last).equals("<")) {
      return new CommandWords(words.subList(0, last), words.getLast());
    }
    return new CommandWords(words, null);
  }

  private static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
        char next = line.charAt(i + 1);
        if (quote == 0 || next == '"' || next == '\\' || next == '$') {
          word.append(next);
          i++;
        } else {
          word.append(c);
        }
        inWord = true;
      } else if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
        inWord = true;
      } else if (c == ' ') {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
        }
        inWord = false;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException("unclosed quote in: " + line);
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }
}

package dev.firedrill.cli.kingpin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/// The words of a command line, taken apart: long flags from their values, short flags from each
/// other.
final class Words {
  /// A part of a command line.
  sealed interface Token {
    /// {@return the part as written}
    String text();

    /// `--name`.
    record LongFlag(String name) implements Token {
      @Override
      public String text() {
        return "--" + name;
      }
    }

    /// `-n`.
    record ShortFlag(char letter) implements Token {
      @Override
      public String text() {
        return "-" + letter;
      }
    }

    /// Anything else.
    record Word(String text) implements Token {}
  }

  private final Deque<String> words;
  private final Deque<Token> pending = new ArrayDeque<>();
  private boolean onlyArguments;

  Words(List<String> words) {
    this.words = new ArrayDeque<>(words);
  }

  boolean atEnd() {
    skipDashes();
    return pending.isEmpty() && words.isEmpty();
  }

  /// {@return whether the next part is a word}
  boolean wordIsNext() {
    skipDashes();
    if (!pending.isEmpty()) {
      return pending.getFirst() instanceof Token.Word;
    }
    return !words.isEmpty() && (onlyArguments || !isFlag(words.getFirst()));
  }

  /// {@return the next part}
  /// @param takesValue of a short flag: whether what follows in the same word is its value, rather
  ///     than more flags
  Token next(Predicate<Character> takesValue) {
    skipDashes();
    if (!pending.isEmpty()) {
      return pending.removeFirst();
    }
    String word = words.removeFirst();
    if (onlyArguments || !isFlag(word)) {
      // A dash alone has nothing behind it.
      return new Token.Word(!onlyArguments && word.equals("-") ? "" : word);
    }
    if (word.startsWith("--")) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        return new Token.LongFlag(word.substring(2));
      }
      pending.addFirst(new Token.Word(word.substring(equals + 1)));
      return new Token.LongFlag(word.substring(2, equals));
    }
    return shortFlag(word, takesValue);
  }

  private Token shortFlag(String word, Predicate<Character> takesValue) {
    char letter = word.charAt(1);
    String rest = word.substring(2);
    if (!rest.isEmpty() && takesValue.test(letter)) {
      pending.addFirst(new Token.Word(rest));
    } else if (!rest.isEmpty()) {
      words.addFirst("-" + rest);
    }
    return new Token.ShortFlag(letter);
  }

  private void skipDashes() {
    if (!onlyArguments && pending.isEmpty() && "--".equals(words.peekFirst())) {
      words.removeFirst();
      onlyArguments = true;
    }
  }

  private static boolean isFlag(String word) {
    return word.length() > 1 && word.startsWith("-");
  }
}

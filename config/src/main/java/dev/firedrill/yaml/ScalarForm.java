package dev.firedrill.yaml;

/// How the text of a scalar becomes a value: a duration, a label matcher, a time.
@FunctionalInterface
public interface ScalarForm<T> {
  /// {@return what the text stands for}
  /// @throws IllegalArgumentException if it stands for nothing; the message says what was wrong, in
  ///     the words of the program that the file is written for
  T read(String text);
}

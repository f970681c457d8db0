package dev.firedrill.series.fault;

import java.util.ArrayList;
import java.util.List;

/// What can be done to series.
public enum FaultKind {
  /// The samples are missing.
  DROP(""),
  /// The values are one number.
  SET("to"),
  /// The values are multiplied.
  SCALE("by"),
  /// A number is added to the values.
  ADD("by"),
  /// The last value before is repeated.
  FREEZE(""),
  /// A counter starts again from zero.
  RESET("");

  private final String preposition;

  FaultKind(String preposition) {
    this.preposition = preposition;
  }

  /// {@return the word that a fault is written with}
  public String word() {
    return switch (this) {
      case DROP -> "drop";
      case SET -> "set";
      case SCALE -> "scale";
      case ADD -> "add";
      case FREEZE -> "freeze";
      case RESET -> "reset";
    };
  }

  /// {@return the word that stands before the number; empty where there is no number}
  public String preposition() {
    return preposition;
  }

  /// {@return whether it is done with a number}
  public boolean takesNumber() {
    return !preposition.isEmpty();
  }

  /// {@return all words}
  static List<String> words() {
    List<String> words = new ArrayList<>();
    for (FaultKind kind : values()) {
      words.add(kind.word());
    }
    return words;
  }
}

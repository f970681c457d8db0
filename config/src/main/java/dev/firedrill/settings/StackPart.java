package dev.firedrill.settings;

import java.nio.file.Path;
import java.util.List;

/// Files of a stack that the settings name by patterns.
public enum StackPart {
  /// Rule files.
  RULES("rules"),
  /// Tests, of rules and of routes.
  TESTS("tests"),
  /// Notification templates.
  TEMPLATES("templates"),
  /// Recorded series: files, or folders such as Prometheus's own.
  DATA("data");

  private final String key;

  StackPart(String key) {
    this.key = key;
  }

  /// {@return what the settings call them}
  public String key() {
    return key;
  }

  /// {@return the patterns of a stack}
  public List<String> patterns(Stack stack) {
    return switch (this) {
      case RULES -> stack.rules();
      case TESTS -> stack.tests();
      case TEMPLATES -> stack.templates();
      case DATA -> stack.data();
    };
  }

  /// {@return the files found of a stack}
  public List<Path> files(StackFiles stack) {
    return switch (this) {
      case RULES -> stack.rules();
      case TESTS -> stack.tests();
      case TEMPLATES -> stack.templates();
      case DATA -> stack.data();
    };
  }
}

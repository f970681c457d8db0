package dev.firedrill.cli.option;

import dev.firedrill.cli.console.UsageException;
import java.util.List;

/// What is said on the terminal, and how: `--color`, `--quiet`, `--verbose`, with `-j` what all
/// commands take, be it of use to them or not.
public final class ConsoleOptions {
  private final Value color;
  private final Flag quiet;
  private final Flag verbose;

  /// Declares the options.
  public ConsoleOptions(Options options) {
    color = options.value("--color", "WHEN", "auto (default), always or never");
    quiet = options.flag("-q, --quiet", "findings and failures only, no summary");
    verbose = options.flag("--verbose", "say more about what is done");
    WorkersOption.of(options);
    options.whenParsed(this::checkColor);
  }

  /// {@return when text is coloured: `auto`, `always` or `never`}
  String color() {
    return color.orElse("auto");
  }

  /// {@return whether a summary is unwanted}
  public boolean quiet() {
    return quiet.given();
  }

  /// {@return whether more than usual is wanted}
  public boolean verbose() {
    return verbose.given();
  }

  private void checkColor() {
    if (!List.of("auto", "always", "never").contains(color())) {
      throw new UsageException("--color '" + color() + "': expected auto, always or never");
    }
  }
}

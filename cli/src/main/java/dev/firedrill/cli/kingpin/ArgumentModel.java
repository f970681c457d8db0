package dev.firedrill.cli.kingpin;

/// An argument that a command has.
///
/// @param required whether it must be given
/// @param many whether it takes all that follow; the last argument then
/// @param file whether it must be a file that exists
public record ArgumentModel(
    String name, boolean required, boolean many, boolean file, String help) {
  /// {@return an argument that must be given}
  public static ArgumentModel one(String name, String help) {
    return new ArgumentModel(name, true, false, false, help);
  }

  /// {@return any number of arguments}
  public static ArgumentModel any(String name, String help) {
    return new ArgumentModel(name, false, true, false, help);
  }

  /// {@return any number of files}
  public static ArgumentModel files(String name, String help) {
    return new ArgumentModel(name, false, true, true, help);
  }

  /// {@return this, at least once}
  public ArgumentModel needed() {
    return new ArgumentModel(name, true, many, file, help);
  }

  /// {@return as the help shows it: `<file>...`}
  String usage() {
    String shown = "<" + name + ">" + (many ? "..." : "");
    return required ? shown : "[" + shown + "]";
  }
}

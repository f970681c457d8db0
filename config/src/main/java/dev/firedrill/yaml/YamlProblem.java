package dev.firedrill.yaml;

import dev.firedrill.diagnostic.Diagnostic;

/// Something wrong with a YAML file, in our words and in those of the Go program that the file is
/// written for.
///
/// @param goText what Go's YAML library says, without the file's name: `line 4: field foo not found
///     in type rulefmt.Rule`
/// @param kind how it ends the reading there
public record YamlProblem(Diagnostic diagnostic, String goText, Kind kind) {
  /// What a problem does to a Go program that reads the file.
  public enum Kind {
    /// Not YAML: reading ends at once.
    SYNTAX,
    /// One of a list of errors that are collected: duplicate keys, unknown fields, wrong types.
    TYPE,
    /// A field's own reader refused its value: reading ends there.
    VALUE
  }
}

package dev.firedrill.cli.input;

import dev.firedrill.rules.FileKind;

/// A file that was looked at and left alone, because it is not of the kind that was looked for.
///
/// @param path as it is printed
/// @param kind what it is
public record SkippedFile(String path, FileKind kind) {}

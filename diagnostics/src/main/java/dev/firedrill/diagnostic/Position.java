package dev.firedrill.diagnostic;

/// A place in a file as people and tools name it.
///
/// @param line from 1
/// @param column from 1, in Unicode code points from the start of the line
/// @param offset from 0, in bytes of the file as it is on disk (a byte order mark counts)
public record Position(int line, int column, int offset) {}

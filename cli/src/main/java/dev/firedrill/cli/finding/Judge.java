package dev.firedrill.cli.finding;

import java.io.IOException;

/// A command that judges files, as something that can be done more than once.
@FunctionalInterface
public interface Judge {
  /// {@return all that there is to say about the files that were asked for, comments that silence
  /// findings heeded}
  Judgement judge(Scene scene) throws IOException;
}

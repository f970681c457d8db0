package dev.firedrill.engine.script;

import dev.firedrill.diagnostic.SourceFile;
import java.util.List;

/// A script: commands in the order in which they run.
public record Script(SourceFile file, List<ScriptCommand> commands) {
  public Script {
    commands = List.copyOf(commands);
  }
}

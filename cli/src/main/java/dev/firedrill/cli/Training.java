package dev.firedrill.cli;

import dev.firedrill.cli.console.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs the commands that people run most, so that the JDK can remember which classes they load and
/// how they are linked (an AOT cache). What they print is thrown away.
public final class Training {
  private Training() {}

  /// Runs each line of a file in a folder.
  ///
  /// @param args the folder, and the name of the file in it
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    for (String line : Files.readAllLines(folder.resolve(args[1]))) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
      StringWriter errors = new StringWriter();
      PrintWriter err = new PrintWriter(errors);
      Session session = new Session(folder, InputStream.nullInputStream(), nowhere, err, false);
      int status = Main.run(session, line.split(" ", -1));
      if (status > 1) {
        System.err.println(line + ": exit status " + status + ": " + errors);
        System.exit(1);
      }
    }
  }
}

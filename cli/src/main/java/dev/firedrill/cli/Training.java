package dev.firedrill.cli;

import dev.firedrill.cli.console.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs the commands that people run most, so that the JDK can remember which classes they load and
/// how they are linked (an AOT cache). What they print is thrown away.
public final class Training {
  private Training() {}

  /// Runs each line of `commands.txt` in a folder.
  ///
  /// @param args the folder
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    for (String line : Files.readAllLines(folder.resolve("commands.txt"))) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
      StringErrors errors = new StringErrors();
      Session session =
          new Session(folder, InputStream.nullInputStream(), nowhere, errors.writer(), false);
      int status = Main.run(session, line.split(" ", -1));
      if (status > 1) {
        System.err.println(line + ": exit status " + status + ": " + errors.text());
        System.exit(1);
      }
    }
  }

  /// Standard error, kept for the case that training goes wrong.
  private static final class StringErrors {
    private final java.io.StringWriter text = new java.io.StringWriter();

    PrintWriter writer() {
      return new PrintWriter(text);
    }

    String text() {
      return text.toString();
    }
  }
}

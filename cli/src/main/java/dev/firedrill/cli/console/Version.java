package dev.firedrill.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// What this is, and what it matches.
public final class Version {
  /// The version of Prometheus whose behaviour is matched.
  public static final String PROMETHEUS = "3.14";

  /// The version of Alertmanager whose behaviour is matched.
  public static final String ALERTMANAGER = "0.34";

  private Version() {}

  /// Prints all versions.
  public static void print(PrintWriter out) throws IOException {
    out.println("firedrill " + own());
    out.println("JDK " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
    out.println("matches Prometheus " + PROMETHEUS + " and Alertmanager " + ALERTMANAGER);
  }

  /// {@return the first line with which a program that is stood in for tells its version}
  /// @param program its name
  /// @param matched the version whose behaviour is matched
  public static String compatible(String program, String matched) throws IOException {
    return program + ", version " + matched + ".0 (firedrill " + own() + ")";
  }

  /// {@return the version of this program}
  public static String own() throws IOException {
    try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
      if (in == null) {
        throw new IOException("version.txt is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}

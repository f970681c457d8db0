package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import java.io.IOException;

/// One workflow command, by which GitHub marks a line; escaped as GitHub's own toolkit does it.
///
/// @param severity how GitHub marks it: error, warning or notice
/// @param path of the file, relative to the repository
/// @param place the span to mark
/// @param title shown in bold; empty for none
/// @param message what is said, on any number of lines
record GithubCommand(Severity severity, String path, Location place, String title, String message) {
  void write(Appendable out) throws IOException {
    int line = place.start().line();
    out.append("::").append(word()).append(" file=").append(property(path));
    out.append(",line=").append(String.valueOf(line));
    out.append(",col=").append(String.valueOf(place.start().column()));
    // GitHub takes no columns where the last line is another one.
    if (place.end().line() == line) {
      out.append(",endLine=").append(String.valueOf(line));
      out.append(",endColumn=").append(String.valueOf(place.end().column()));
    }
    if (!title.isEmpty()) {
      out.append(",title=").append(property(title));
    }
    out.append("::").append(data(message)).append('\n');
  }

  private String word() {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}

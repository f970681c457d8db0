package dev.firedrill.cli.report;

import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticOrder;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Checks;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Findings as TeamCity's service messages: what kinds of inspections there are, each before its
/// first finding, and the findings.
///
/// @param paths makes paths relative to the repository
public record FindingsTeamcity(Judgement judgement, UnaryOperator<String> paths) implements Report {
  private static final int LONGEST_TEXT = 4000;

  @Override
  public void write(Appendable out) throws IOException {
    Set<String> known = new HashSet<>();
    for (Diagnostic finding : DiagnosticOrder.sorted(judgement.findings())) {
      if (known.add(finding.check())) {
        type(finding.check(), out);
      }
      out.append("##teamcity[inspection");
      attribute("typeId", finding.check(), out);
      attribute("message", judgement.text(finding), out);
      attribute("file", paths.apply(finding.location().file().path()), out);
      attribute("line", String.valueOf(finding.location().start().line()), out);
      attribute("SEVERITY", severity(finding.severity()), out);
      out.append("]\n");
    }
    for (SkippedFile file : judgement.skipped()) {
      out.append("##teamcity[message");
      String text = "skipped " + paths.apply(file.path()) + " (" + file.kind().title() + ")";
      attribute("text", text, out);
      attribute("status", "WARNING", out);
      out.append("]\n");
    }
  }

  private static void type(String id, Appendable out) throws IOException {
    String summary = Checks.info(id).map(CheckInfo::summary).orElse(id);
    out.append("##teamcity[inspectionType");
    attribute("id", id, out);
    attribute("name", id, out);
    attribute("category", "Firedrill: " + id.substring(0, Math.max(0, id.indexOf('/'))), out);
    attribute("description", summary, out);
    out.append("]\n");
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "ERROR";
      case WARNING -> "WARNING";
      case INFO -> "INFO";
    };
  }

  private static void attribute(String name, String value, Appendable out) throws IOException {
    out.append(' ').append(name).append("='");
    int length = Math.min(value.length(), LONGEST_TEXT);
    for (int i = 0; i < length; i++) {
      escape(value.charAt(i), out);
    }
    out.append('\'');
  }

  private static void escape(char c, Appendable out) throws IOException {
    switch (c) {
      case '|', '\'', '[', ']' -> out.append('|').append(c);
      case '\n' -> out.append("|n");
      case '\r' -> out.append("|r");
      default -> {
        if (c < 0x20 || c > 0x7e) {
          String hex = Integer.toHexString(c);
          out.append("|0x").append("0".repeat(4 - hex.length())).append(hex);
        } else {
          out.append(c);
        }
      }
    }
  }
}

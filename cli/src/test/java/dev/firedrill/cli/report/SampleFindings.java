package dev.firedrill.cli.report;

import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Fix;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SecretMasking;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.lint.Silenced;
import dev.firedrill.rules.FileKind;
import java.io.IOException;
import java.util.List;

/// Findings of every kind, with characters that formats must escape, and a secret.
final class SampleFindings {
  static final String AWKWARD =
      "100% of 'x', [y] | {z}: \"<&>\"\ttab\r\nnext line \u00e9 \ud83d\ude80 \u2028 \u0085 end";
  static final String SECRET = "hunter2hunter2";

  private static final String RULES =
      """
      groups:
      - name: disk
        rules:
        - alert: DiskFull
          expr: disk_used_ratio > bool 0.9
          annotations:
            runbook_url: https://me:%s@wiki.example.com/disk
        - alert: DiskGone
          expr: up == 0
        - alert: DiskGone
          expr: up == 0
      """
          .formatted(SECRET);

  private SampleFindings() {}

  static Judgement judgement() {
    SourceFile rules = SourceFile.of("team a/rules,100%.yml", RULES);
    Location bool = place(rules, "bool");
    Diagnostic error =
        Diagnostic.error("threshold/bool", AWKWARD, bool)
            .withHelp("leave out `bool`")
            .withNote("an alert of this name", place(rules, "DiskFull"))
            .withFix(new Fix("remove `bool`", List.of(new TextEdit(bool, ""))))
            .withFix(
                new Fix("log in", List.of(new TextEdit(bool, "https://me:" + SECRET + "@host/"))));
    Diagnostic warning =
        Diagnostic.of(
            "annotation/runbook",
            Severity.WARNING,
            "no page at https://me:" + SECRET + "@wiki.example.com/disk",
            place(rules, "https://me:" + SECRET + "@wiki.example.com/disk"));
    int first = RULES.indexOf("alert: DiskGone");
    int second = RULES.lastIndexOf("alert: DiskGone");
    Diagnostic remark = remark(rules, first, RULES.indexOf("  - alert", first));
    Diagnostic same = remark(rules, second, RULES.length());
    Diagnostic unknown =
        Diagnostic.of("made/up", Severity.INFO, "nobody knows", new Location(rules, Span.at(0)));
    return Judgement.of(
            List.of(same, remark, warning, error, unknown),
            List.of("team a/rules,100%.yml", "./clean.yml"),
            3,
            List.of(new SkippedFile("chart.yml", FileKind.TEMPLATED)),
            SecretMasking.ofText())
        .withSilenced(
            List.of(
                new Silenced(remark, true, "firedrill: ignore=for/missing it is fine"),
                new Silenced(same, false, "")));
  }

  private static Diagnostic remark(SourceFile rules, int start, int end) {
    return Diagnostic.of(
        "for/missing",
        Severity.INFO,
        "alert DiskGone has no `for`",
        new Location(rules, new Span(start, end)));
  }

  private static Location place(SourceFile file, String text) {
    int start = file.text().indexOf(text);
    return new Location(file, new Span(start, start + text.length()));
  }

  static String relative(String path) {
    return path.startsWith("./") ? path.substring(2) : path;
  }

  static String write(Report report) {
    StringBuilder out = new StringBuilder();
    try {
      report.write(out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toString();
  }
}

package dev.firedrill.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.testkit.Golden;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticTextTest {
  private static final Path GOLDEN = Path.of("diagnostics/src/test/golden");

  @Test
  void showsFindingsByFileAndPlaceWithNotesHelpAndFixes() {
    SourceFile rules =
        SourceFile.of(
            "rules/api.yml",
            """
            groups:
            - name: api
              rules:
              - alert: Slow
                expr: |
                  histogram_quantile(0.9,
                    sum(rate(x[5m]))
                  ) > 1
                name: a
                name: b
            """);
    Fix fix = new Fix("remove the second name", List.of(new TextEdit(at(rules, "name: b"), "")));
    List<Diagnostic> findings =
        List.of(
            Diagnostic.error("yaml/duplicate-key", "key 'name' is here twice", at(rules, "name: b"))
                .withNote("it is first defined here", at(rules, "name: a"))
                .withHelp("remove one of the two")
                .withFix(fix),
            Diagnostic.of(
                "histogram/no-le",
                Severity.WARNING,
                "the sum drops 'le'",
                at(rules, "sum(rate(x[5m]))")),
            Diagnostic.of(
                "rule/expression",
                Severity.INFO,
                "spans several lines",
                at(rules, "histogram_quantile(0.9,\n        sum(rate(x[5m]))\n      ) > 1\n")));

    golden("findings.txt", new DiagnosticText(TextStyle.PLAIN).render(findings));
    golden(
        "findings-colours.txt",
        new DiagnosticText(TextStyle.PLAIN.withColours(true)).render(findings));
  }

  @Test
  void keepsTheMarkUnderTheCharacterAfterTabsWideAndCombiningCharacters() {
    SourceFile file =
        SourceFile.of(
            "odd.yml",
            "a:\t\tx\n日本語: x\n🔥 hot: x\ne\u0301te\u0301: x\nbell \u0007: x\ne\u202ev: x\n");
    StringBuilder out = new StringBuilder();
    for (int line = 1; line <= 6; line++) {
      int place = file.lineStart(line) + file.line(line).indexOf('x');
      Location location = new Location(file, new Span(place, place + 1));
      out.append(render(Diagnostic.error("a/b", "here", location)));
    }
    golden("odd-characters.txt", out.toString());
  }

  @Test
  void cutsLongLinesAroundTheSpan() {
    String line = "expr: " + "aaaaaaaaa ".repeat(20) + "WRONG" + " bbbbbbbbb".repeat(20) + "\n";
    SourceFile file = SourceFile.of("long.yml", line);
    StringBuilder out = new StringBuilder();
    out.append(render(Diagnostic.error("a/b", "in the middle", at(file, "WRONG"))));
    out.append(render(Diagnostic.error("a/b", "at the start", at(file, "expr"))));
    int end = line.length() - 1;
    out.append(render(Diagnostic.error("a/b", "at the end", new Location(file, Span.at(end)))));
    out.append(render(Diagnostic.error("a/b", "all of it", new Location(file, new Span(0, end)))));
    golden("long-lines.txt", out.toString());
  }

  @Test
  void marksOnePlaceForAnEmptySpanAtTheEndOfTheFile() {
    SourceFile file = SourceFile.of("a.yml", "a: (");
    Location end = new Location(file, Span.at(4));

    assertThat(render(Diagnostic.error("a/b", "unclosed", end)))
        .isEqualTo("a.yml:1:5: error[a/b] unclosed\n1 | a: (\n  |     ^\n");
  }

  @Test
  void showsAnEmptyFile() {
    SourceFile file = SourceFile.of("a.yml", "");

    assertThat(render(Diagnostic.error("a/b", "nothing here", new Location(file, Span.at(0)))))
        .isEqualTo("a.yml:1:1: error[a/b] nothing here\n1 |\n  | ^\n");
  }

  @Test
  void showsNothingOfABinaryFile() {
    Location place = new Location(SourceFile.binary("chunks/000001", 8), Span.at(0));

    assertThat(render(Diagnostic.error("data/damaged", "at offset 8: cut off", place)))
        .isEqualTo("chunks/000001: error[data/damaged] at offset 8: cut off\n");
    assertThat(place.start().offset()).isEqualTo(8);
  }

  @Test
  void hidesSecretsInLinesAndMessages() {
    SourceFile file = SourceFile.of("am.yml", "smtp_auth_password: hunter2\n");
    TextStyle style = TextStyle.PLAIN.withMasking(new SecretMasking());
    Diagnostic diagnostic =
        Diagnostic.error("a/b", "bad url https://u:pw@host/x", at(file, "hunter2"));

    assertThat(new DiagnosticText(style).render(diagnostic))
        .doesNotContain("hunter2", "pw")
        .contains("1 | smtp_auth_password: *******\n  |                     ^^^^^^^\n");
  }

  @Test
  void keepsAMessageOnOneLine() {
    SourceFile file = SourceFile.of("a.yml", "a\n");

    assertThat(render(Diagnostic.error("a/b", "one\ntwo", at(file, "a"))))
        .startsWith("a.yml:1:1: error[a/b] one\\ntwo\n");
  }

  private static String render(Diagnostic diagnostic) {
    return new DiagnosticText(TextStyle.PLAIN).render(diagnostic);
  }

  private static Location at(SourceFile file, String text) {
    int start = file.text().indexOf(text);
    assertThat(start).isNotNegative();
    return new Location(file, new Span(start, start + text.length()));
  }

  private static void golden(String name, String actual) {
    Golden.assertMatches(GOLDEN.resolve(name), actual);
  }
}

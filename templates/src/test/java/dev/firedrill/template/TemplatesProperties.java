package dev.firedrill.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Span;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TemplatesProperties {
  @Property(tries = 5000)
  void neverThrowsAndPointsIntoTheText(@ForAll("templates") String text) {
    assertReported(text);
  }

  @Property
  void neverThrowsOnAnyCharacters(@ForAll String text) {
    assertReported(text);
    assertReported("{{" + text + "}}");
  }

  @Property(tries = 2000)
  void readsWhatItPrinted(@ForAll("templates") String text) {
    if (Templates.parse("t", text, Dialect.PROMETHEUS)
        instanceof TemplateResult.Parsed(TemplateSet set)) {
      for (Node node : set.main().body().nodes()) {
        if (node instanceof Node.Action(Node.Pipeline pipeline, Span _)
            && !NodeText.of(pipeline).contains("$")) {
          String printed = NodeText.of(pipeline);
          assertThat(reprinted(printed)).isEqualTo(printed);
        }
      }
    }
  }

  private static String reprinted(String pipeline) {
    TemplateResult result = Templates.parse("t", "{{" + pipeline + "}}", Dialect.PROMETHEUS);
    assertThat(result).as(pipeline).isInstanceOf(TemplateResult.Parsed.class);
    Node node = ((TemplateResult.Parsed) result).templates().main().body().nodes().getFirst();
    return NodeText.of(((Node.Action) node).pipeline());
  }

  private static void assertReported(String text) {
    switch (Templates.parse("t", text, Dialect.RULE)) {
      case TemplateResult.Parsed(TemplateSet set) -> {
        for (References.Read read : References.of(set).reads()) {
          assertThat(read.span().end()).isLessThanOrEqualTo(text.length());
        }
      }
      case TemplateResult.Rejected rejected -> {
        TemplateError error = rejected.first();
        assertThat(error.span().end()).isLessThanOrEqualTo(text.length());
        assertThat(error.line()).isBetween(1, text.split("\n", -1).length);
        assertThat(error.message()).isNotEmpty();
      }
    }
  }

  @Provide
  Arbitrary<String> templates() {
    List<String> pieces =
        List.of(
            "{{",
            "}}",
            "{{- ",
            " -}}",
            "{{/* c */}}",
            "if ",
            "range ",
            "with ",
            "else ",
            "else",
            "end",
            "define \"x\"",
            "block \"b\" .",
            "template \"x\" .",
            "$x",
            "$labels",
            ":=",
            "=",
            " ",
            "\n",
            "|",
            "(",
            ")",
            ".",
            ".Labels",
            ".a.b",
            "\"s\"",
            "`r`",
            "'c'",
            "1",
            "-1.5",
            "0x1f",
            "nil",
            "true",
            "len",
            "printf",
            "unknown",
            "break",
            "text",
            "{{end}}",
            "{{else}}",
            "{{if 1}}",
            "{{range .}}",
            "{{define \"z\"}}",
            "{{$x := 1}}",
            ",",
            "+",
            "\"",
            "\\",
            "😀",
            "{{.}}",
            "{{len .}}",
            "{{(len .).x | print}}");
    return Arbitraries.of(pieces).list().ofMaxSize(14).map(chosen -> String.join("", chosen));
  }
}

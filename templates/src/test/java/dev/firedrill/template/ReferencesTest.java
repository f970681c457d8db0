package dev.firedrill.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  @Test
  void findsLabelsHoweverTheyAreRead() {
    String text =
        "{{ $labels.a }}{{ .Labels.b }}{{ $.Labels.c }}{{ index $labels \"d-d\" }}"
            + "{{ with $labels }}{{ .e }}{{ end }}{{ $l := .Labels }}{{ $l.f }}"
            + "{{ (.Labels).g }}{{ $labels.h | toUpper }}{{ printf \"%s\" $labels.i }}";
    assertThat(labels(text)).containsExactly("a", "b", "c", "d-d", "e", "f", "g", "h", "i");
  }

  @Test
  void coversExactlyTheOperand() {
    References references = of("x {{ printf \"%s\" $labels.job }}");
    References.Read read = references.below("Labels").getFirst();
    assertThat(read.source().text().substring(read.span().start(), read.span().end()))
        .isEqualTo("$labels.job");
    assertThat(read.name()).isEqualTo("job");
  }

  @Test
  void followsTheDotIntoCalledTemplates() {
    String text =
        "{{ define \"all\" }}{{ .Labels.a }}{{ $.Labels.b }}{{ end }}"
            + "{{ define \"some\" }}{{ .c }}{{ $.d }}{{ end }}"
            + "{{ template \"all\" . }}{{ template \"some\" $labels }}";
    assertThat(labels(text)).containsExactly("a", "b", "c", "d");
  }

  @Test
  void forgetsVariablesAtTheEndOfTheirScope() {
    String text = "{{ $x := .Value }}{{ if 1 }}{{ $x := $labels }}{{ $x.a }}{{ end }}{{ $x.b }}";
    assertThat(labels(text)).containsExactly("a");
  }

  @Test
  void doesNotTakeWhatIsComputedForData() {
    assertThat(labels("{{ (query \"up\" | first).Labels.job }}")).isEmpty();
    assertThat(labels("{{ range query \"up\" }}{{ .Labels.job }}{{ end }}")).isEmpty();
  }

  @Test
  void tellsWholeLabelSetsFromThoseOnlyHandedOn() {
    List<References.Read> reads =
        of("{{ $labels }}{{ with $labels }}{{ end }}{{ range $labels }}{{ . }}{{ end }}").reads();
    assertThat(reads)
        .extracting(References.Read::path, References.Read::bound)
        .map(Object::toString)
        .containsExactly(
            "([\"Labels\"], false)",
            "([\"Labels\"], true)",
            "([\"Labels\"], false)",
            "([\"Labels\", \"*\"], false)");
  }

  @Test
  void listsFunctionsWithTheirCommandsAndCalls() {
    References references =
        of("{{ humanize $value }}{{ $value | printf \"%.1f\" }}{{ template \"gone\" . }}");
    assertThat(references.functions())
        .extracting(References.FunctionUse::name)
        .containsExactly("humanize", "printf");
    assertThat(NodeText.of(references.functions().getLast().command()))
        .isEqualTo("printf \"%.1f\"");
    assertThat(references.templates())
        .extracting(References.TemplateUse::name, References.TemplateUse::caller)
        .map(Object::toString)
        .containsExactly("(\"gone\", \"t\")");
  }

  @Test
  void walksTemplatesThatNobodyCalls() {
    References references = of("{{ define \"idle\" }}{{ humanize .x }}{{ end }}");
    assertThat(references.functions()).hasSize(1);
    assertThat(references.reads()).isEmpty();
  }

  @Test
  void comesToAnEndWithTemplatesThatCallThemselves() {
    String text =
        "{{ define \"x\" }}{{ template \"x\" .a }}{{ template \"x\" .b }}{{ end }}"
            + "{{ template \"x\" . }}";
    assertThat(of(text).templates()).isNotEmpty();
  }

  private static List<String> labels(String text) {
    return of(text).below("Labels").stream().map(References.Read::name).toList();
  }

  private static References of(String text) {
    TemplateResult result = Templates.parse("t", text, Dialect.RULE);
    assertThat(result).as(text).isInstanceOf(TemplateResult.Parsed.class);
    return References.of(((TemplateResult.Parsed) result).templates());
  }
}

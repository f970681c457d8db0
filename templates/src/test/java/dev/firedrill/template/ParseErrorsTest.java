package dev.firedrill.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.testkit.Golden;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParseErrorsTest {
  private static final List<String> LEXING =
      List.of(
          "up {{ $value",
          "{{ $value\n\n",
          "{{ $value }",
          "{{/* why",
          "{{/* why */ }}",
          "{{ /* why */ }}",
          "{{ \"page }}",
          "{{\n  \"page\n}}",
          "{{ `page }}",
          "{{ 'page' }}",
          "{{ 'p",
          "{{ '' }}",
          "{{ '\\q' }}",
          "{{ \"\\q\" }}",
          "{{ \"\\ud800\" }}",
          "{{ $value | printf \"%.2f }}",
          "{{ (len $labels }}",
          "{{ len $labels) }}",
          "{{ $labels.alert-name }}",
          "{{ $value: }}",
          "{{ $x=1 }}",
          "{{ \u00a0$value }}",
          "{{ \ud83d\ude00 }}",
          "{{ $value € }}",
          "{{ 1- }}",
          "{{ 0b12 }}",
          "{{ 1+2 }}",
          "{{ 1__0 }}",
          "{{ 0x }}",
          "{{ 1e999 }}",
          "{{ 08 }}",
          "{{ 99999999999999999999 }}");

  private static final List<String> PIPELINES =
      List.of(
          "{{}}",
          "{{ $value + 1 }}",
          "{{ $value * 100 }}",
          "{{ $value / 100 }}",
          "{{ if $value > 5 }}x{{ end }}",
          "{{ if .Value == 5 }}x{{ end }}",
          "{{ if $value != 5 }}x{{ end }}",
          "{{ if $value && 1 }}x{{ end }}",
          "{{ humanise $value }}",
          "{{ instance }}",
          "{{ date }}",
          "{{ completelyUnknown }}",
          "{{ $label.instance }}",
          "{{ $nothing }}",
          "{{ $Value }}",
          "{{ $value | | humanize }}",
          "{{ | humanize }}",
          "{{ $value | 3 }}",
          "{{ $value | nil }}",
          "{{ $labels | .Value }}{{ \"a\" | .}}",
          "{{ 1.x }}",
          "{{ \"a\".x }}",
          "{{ nil.x }}",
          "{{ true.x }}",
          "{{ .Labels. }}",
          "{{ .. }}",
          "{{ . }",
          "{{ printf \"%d\" () }}",
          "{{ $a, $b := 1 }}",
          "{{ range $i, 1 := $labels }}{{ end }}",
          "{{ range $a, $b, $c := $labels }}{{ end }}",
          "{{ with $a, $b := $labels }}{{ end }}",
          "{{ range $i, }}{{ end }}",
          "{{ \"a\"b }}",
          "{{ \"a much longer text\" \"b\"c }}");

  private static final List<String> CONTROLS =
      List.of(
          "{{ if }}x{{ end }}",
          "{{ if $value }}x",
          "{{ if $value }}\n  x\n{{ else }}\n",
          "{{ if $value }}x{{ else }}y{{ else }}z{{ end }}",
          "{{ if $value }}x{{ else $value }}y{{ end }}",
          "{{ if $value }}\n{{ else if\n",
          "{{ range $labels }}{{ else if 1 }}{{ end }}{{ end }}",
          "{{ end }}",
          "x {{ else }}",
          "{{ if 1 }}{{ end 1 }}",
          "{{ if $x := 1 }}{{ end }}{{ $x }}",
          "{{ break }}",
          "{{ continue }}",
          "{{ range $labels }}{{ break 1 }}{{ end }}",
          "{{ range $labels }}{{ block \"b\" . }}{{ break }}{{ end }}{{ end }}",
          "{{ template }}",
          "{{ template x }}",
          "{{ template \"x\" | humanize }}",
          "{{ block \"x\" }}{{ end }}",
          "{{ block \"x\" . }}{{ else }}{{ end }}",
          "{{ define }}{{ end }}",
          "{{ define x }}{{ end }}",
          "{{ define \"x\" . }}{{ end }}",
          "{{ define \"x\" }}",
          "{{ define \"\\q\" }}{{ end }}",
          "{{ define \"x\" }}{{ $value }}{{ end }}",
          "{{ define \"x\" }}{{ else }}{{ end }}",
          "{{ define \"x\" }}1{{ end }}\n{{ define \"x\" }}2{{ end }}",
          "{{ if 1 }}{{ define \"x\" }}{{ end }}{{ end }}",
          "{{ define \"__alert_Down\" }}x{{ end }}",
          "{{ if 1 }}\n{{/* why");

  @Test
  void namesWhatTheLexerCannotRead() {
    assertErrors("lexing", LEXING);
  }

  @Test
  void namesWhatIsWrongInsideActions() {
    assertErrors("pipelines", PIPELINES);
  }

  @Test
  void namesWhatIsWrongWithControls() {
    assertErrors("controls", CONTROLS);
  }

  @Test
  void acceptsTheNewestOfGo() {
    for (String text :
        List.of(
            "{{ with 0 }}{{ else with $value }}{{ . }}{{ end }}",
            "{{ range 3 }}{{ break }}{{ continue }}{{ end }}",
            "{{ $value | }}",
            "{{ define \"x\" }}1{{ end }}{{ define \"x\" }}  {{ end }}")) {
      assertThat(parse(text)).as(text).isInstanceOf(TemplateResult.Parsed.class);
    }
  }

  @Test
  void saysInWhichDialectAFunctionExists() {
    TemplateError error = first(Templates.parse("", "{{ humanize 1 }}", Dialect.ALERTMANAGER));
    assertThat(error.text()).isEqualTo("template: :1: function \"humanize\" not defined");
    assertThat(error.help()).isEqualTo("`humanize` exists in Prometheus's templates only");
    TemplateError other = first(Templates.parse("", "{{ stripPort `a` }}", Dialect.ALERTMANAGER));
    assertThat(other.help()).isEqualTo("`stripPort` exists in Prometheus's templates only");
  }

  private static void assertErrors(String name, List<String> texts) {
    StringBuilder out = new StringBuilder();
    for (String text : texts) {
      out.append(shown(text)).append('\n');
    }
    Golden.assertMatches(
        Path.of("templates/src/test/golden/parse-errors-" + name + ".txt"), out.toString());
  }

  private static String shown(String text) {
    TemplateError error = first(parse(text));
    StringBuilder out = new StringBuilder(visible(text)).append('\n');
    Span span = error.span();
    out.repeat(' ', visible(text.substring(0, span.start())).length());
    int width = visible(text.substring(span.start(), span.end())).length();
    out.repeat('^', Math.max(1, width)).append('\n').append(error.text()).append('\n');
    String help = error.help();
    return help == null
        ? out.toString()
        : out.append("help: ").append(help).append('\n').toString();
  }

  private static String visible(String text) {
    return String.join("⏎", Arrays.asList(text.split("\n", -1)));
  }

  private static TemplateResult parse(String text) {
    return Templates.parse(Templates.ruleName("Down"), text, Dialect.RULE);
  }

  private static TemplateError first(TemplateResult result) {
    assertThat(result).isInstanceOf(TemplateResult.Rejected.class);
    return ((TemplateResult.Rejected) result).first();
  }
}

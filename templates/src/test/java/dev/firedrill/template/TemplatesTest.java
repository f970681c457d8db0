package dev.firedrill.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.testkit.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  @Test
  void readsEveryKindOfNode() {
    List<String> texts =
        List.of(
            "plain",
            "a {{- /* gone */ -}} b",
            "a\n {{- 1 -}} \t\r\n b {{- -1 -}}",
            "}} stays",
            "{{ $labels.job }}/{{ $labels }}",
            "{{ .Labels.a.b }} {{ $.Labels.a }} {{ . }} {{ $ }}",
            "{{ 0x1F 017 0b11 1_000 1e3 .5 5. -0 +7 'a' '\\n' '\\xff' 1i 1+2i 0x1p4 }}",
            "{{ \"a\\tb\\u00e9\" `raw\\n}}` }}",
            "{{ printf \"%v\" (index $labels \"a-b\" | toUpper).x.y | len }}",
            "{{ $x := 1 }}{{ $x = 2 }}{{ $x }}",
            "{{ if 1 }}a{{ else if 2 }}b{{ else }}c{{ end }}",
            "{{ with 1 }}a{{ else with 2 }}b{{ end }}",
            "{{ range $k, $v := $labels }}{{ break }}{{ else }}{{ end }}",
            "{{ range $v := $labels }}{{ continue }}{{ end }}",
            "{{ define \"d\" }}{{ . }}{{ end }}{{ template \"d\" }}{{ template \"d\" $labels }}",
            "{{ block \"b\" .Labels }}x{{ end }}y",
            "{{ true }}{{ printf nil }}");
    StringBuilder out = new StringBuilder();
    for (String text : texts) {
      out.append(text).append('\n').append(TreeText.of(parsed(text))).append('\n');
    }
    Golden.assertMatches(Path.of("templates/src/test/golden/trees.txt"), out.toString());
  }

  @Test
  void endsDeepNestingInAnError() throws InterruptedException {
    int many = 200_000;
    assertThat(rejection("{{" + "(".repeat(many) + "1" + ")".repeat(many) + "}}"))
        .isEqualTo("max expression depth exceeded");
    String deepest = "{{if " + "(".repeat(200) + "1" + ")".repeat(200) + "}}";
    assertThat(rejection(deepest.repeat(many / 100))).isEqualTo("nested too deeply");
    assertThat(rejection("{{if 1}}".repeat(many))).isEqualTo("nested too deeply");
    assertThat(rejection("{{if 1}}{{else if 2}}" + "{{else if 2}}".repeat(many) + "{{end}}"))
        .isEqualTo("nested too deeply");
    assertThat(rejection("{{block \"b\" 1}}".repeat(many))).isEqualTo("nested too deeply");
  }

  @Test
  void readsHugeTexts() {
    int many = 300_000;
    assertThat(parsed("{{/* c */}}".repeat(many)).main().body().nodes()).isEmpty();
    assertThat(parsed("x\n{{ $value }}".repeat(many)).main().body().nodes()).hasSize(2 * many);
    assertThat(parsed("{{ $labels" + ".a".repeat(many) + " }}").main().body().nodes()).hasSize(1);
  }

  @Test
  void givesPlacesAsGoDoes() {
    TemplateSource source = new TemplateSource("__alert_A", "é{{ 1 }}\nü{{ 2 }}", Dialect.RULE);
    assertThat(source.place(3)).isEqualTo("__alert_A:1:116");
    assertThat(source.place(12)).isEqualTo("__alert_A:2:4");
    TemplateSource bare = new TemplateSource("t", "é{{ 1 }}", Dialect.PROMETHEUS);
    assertThat(bare.place(3)).isEqualTo("t:1:4");
  }

  @Test
  void letsLaterTextsOverrideEarlierOnesUnlessBlank() {
    TemplateSet first = parsed("{{define \"a\"}}1{{end}}{{define \"b\"}}2{{end}}");
    TemplateSet second = parsed("{{define \"a\"}}3{{end}}{{define \"b\"}} {{end}}");
    TemplateSet both = second.after(first);
    assertThat(both.tree("a").orElseThrow()).isSameAs(second.tree("a").orElseThrow());
    assertThat(both.tree("b").orElseThrow()).isSameAs(first.tree("b").orElseThrow());
    assertThat(both.tree("c")).isEmpty();
  }

  /// Parses on a stack as small as that of a worker thread.
  private static String rejection(String text) throws InterruptedException {
    AtomicReference<TemplateResult> result = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> result.set(Templates.parse("t", text, Dialect.PROMETHEUS)),
            "small stack",
            1 << 20);
    thread.start();
    thread.join();
    assertThat(result.get()).isInstanceOf(TemplateResult.Rejected.class);
    return ((TemplateResult.Rejected) result.get()).first().message();
  }

  private static TemplateSet parsed(String text) {
    TemplateResult result = Templates.parse("t", text, Dialect.RULE);
    assertThat(result).as(text).isInstanceOf(TemplateResult.Parsed.class);
    return ((TemplateResult.Parsed) result).templates();
  }
}

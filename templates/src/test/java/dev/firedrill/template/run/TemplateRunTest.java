package dev.firedrill.template.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.template.Dialect;
import dev.firedrill.template.TemplateResult;
import dev.firedrill.template.TemplateSet;
import dev.firedrill.template.Templates;
import dev.firedrill.template.function.Environment;
import dev.firedrill.template.function.Functions;
import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import dev.firedrill.testkit.Golden;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What templates write, and how they fail. Every line of the case files was run by Go as well.
class TemplateRunTest {
  private static final RuleData DATA =
      new RuleData(
          Map.of("job", "j", "instance", "h:1"), Map.of("dc", "x"), "http://e", Value.of(1.5));

  @Test
  void runsAsGoDoes() throws IOException {
    assertRuns("runs");
  }

  @Test
  void printsAsGoDoes() throws IOException {
    assertRuns("printf");
  }

  @Test
  void rangesOverIntegersAsNewerGoDoes() {
    assertThat(run("{{ range 3 }}{{ . }}{{ end }}")).isEqualTo("012");
    assertThat(run("{{ range $i := 2 }}{{ $i }}{{ else }}none{{ end }}")).isEqualTo("01");
    assertThat(run("{{ range 0 }}{{ . }}{{ else }}none{{ end }}")).isEqualTo("none");
    assertThat(run("{{ range $i, $x := 2 }}{{ end }}"))
        .endsWith("can't use 2 to iterate over more than one variable");
    assertThat(run("{{ with 0 }}a{{ else with 2 }}{{ . }}{{ end }}")).isEqualTo("2");
  }

  @Test
  void failsWhereKeysAreMissingIfAskedTo() {
    RunOptions strict = new RunOptions(Functions.prometheus(), Environment.NONE, MissingKey.ERROR);
    assertThat(run("{{ .Labels.nope }}", strict)).endsWith("map has no entry for key \"nope\"");
    RunOptions lax = new RunOptions(Functions.prometheus(), Environment.NONE, MissingKey.DEFAULT);
    assertThat(run("{{ .Labels.nope }}", lax)).isEqualTo("<no value>");
  }

  @Test
  void goesAsDeepAsGo() {
    String down =
        "{{ define \"n\" }}{{ if lt (len .) 15000 }}{{ template \"n\" (print . \"xxxxxxxxxx\") }}"
            + "{{ else }}{{ len . }}{{ end }}{{ end }}{{ template \"n\" \"\" }}";
    assertThat(run(down)).isEqualTo("15000");
    assertThat(run("{{ define \"r\" }}{{ template \"r\" }}{{ end }}{{ template \"r\" }}"))
        .endsWith("exceeded maximum template depth (100000)");
  }

  @Test
  void knowsEveryFunctionOfTheDialect() {
    assertThat(Functions.prometheus().names())
        .containsExactlyInAnyOrderElementsOf(Dialect.PROMETHEUS.functions());
  }

  private static void assertRuns(String name) throws IOException {
    StringBuilder out = new StringBuilder();
    for (String text :
        Files.readAllLines(Repository.file("templates/src/test/cases/" + name + ".txt"))) {
      out.append(text).append("\n  ").append(run(text).replace("\n", "⏎")).append('\n');
    }
    Golden.assertMatches(Path.of("templates/src/test/golden/" + name + ".txt"), out.toString());
  }

  private static String run(String text) {
    return run(text, RunOptions.prometheus(new TwoSamples()));
  }

  private static String run(String text, RunOptions options) {
    return switch (Templates.parse("t", text, Dialect.PROMETHEUS)) {
      case TemplateResult.Rejected rejected -> "cannot be parsed: " + rejected.first().text();
      case TemplateResult.Parsed(TemplateSet set) ->
          switch (TemplateRun.run(set, DATA.asValue(), options)) {
            case RunResult.Completed completed -> completed.text();
            case RunResult.Failed failed -> "fails: " + failed.message();
          };
    };
  }

  private record TwoSamples() implements Environment {
    @Override
    public List<Value> query(String expression) {
      return switch (expression) {
        case "bad" -> throw new ValueFailure("bad query");
        case "none" -> List.of();
        default ->
            List.of(
                Environment.sample(Map.of("a", "2", "b", "x"), Value.of(1.5)),
                Environment.sample(Map.of("a", "1"), Value.of(2.0)));
      };
    }

    @Override
    public Optional<String> externalUrl() {
      return Optional.of("http://host:9090/prom/x");
    }
  }
}

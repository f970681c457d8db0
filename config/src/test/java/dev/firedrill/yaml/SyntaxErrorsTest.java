package dev.firedrill.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.testkit.Golden;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxErrorsTest {
  private static final List<String> MISTAKES =
      List.of(
          "a:\n  summary: \"High CPU on {{ $labels.instance }}\n  description: \"CPU is high\"\n",
          "a:\n  summary: 'never closed\n  other: x\n",
          "a:\n  summary: {{ $labels.job }} is down\n  other: x\n",
          "a:\n  summary: CPU: high\n",
          "a:\n\tb: 1\n",
          "a: %x\n",
          "a: @x\n",
          "- a: 1\n   b: 2\n",
          "a:\n  - b\n c: 1\n",
          "a: [1, 2\nb: 3\n",
          "a: \"\\q\"\n",
          "a: | text\n",
          "a: *nowhere\n",
          "a: &sum(x) 1\n",
          "a: 1\nb\nc: 2\n",
          "a: \u0007\n");

  @Test
  void pointsAtTheMistakeAndSaysWhatToDo() {
    StringBuilder out = new StringBuilder();
    DiagnosticText text = new DiagnosticText(TextStyle.PLAIN);
    for (String mistake : MISTAKES) {
      YamlStream stream = read(mistake);
      assertThat(stream.complete()).as(mistake).isFalse();
      out.append(text.render(stream.diagnostics()));
      out.append("yaml: ").append(stream.problems().getLast().goText()).append("\n\n");
    }
    Golden.assertMatches(Path.of("config/src/test/golden/yaml-syntax.txt"), out.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:\tb\n",
        "a: \t \tb\n",
        "a: [1,\n\t2]\n",
        "a: {\n\tb: c}\n",
        "a: |\t\n  b\n",
        "a: \"x\"\t# y\n",
        "a: \"it\\'s\"\n",
        "a: \"x\\\ty\"\n",
        "a: &x\tb\n",
      })
  void acceptsTheTabsAndEscapesThatGoAccepts(String text) {
    assertThat(read(text).problems()).isEmpty();
  }

  @Test
  void readsAMendedValueAsItIsWritten() {
    YamlNode.MappingNode node =
        (YamlNode.MappingNode) read("a: \"it\\'s\ta\\\tb\"\n").documents().getFirst();

    assertThat(((YamlNode.ScalarNode) node.get("a").orElseThrow()).text()).isEqualTo("it's\ta\tb");
  }

  private static YamlStream read(String text) {
    return Yaml.read(SourceFile.of("a.yml", text), YamlDialect.GO_V3);
  }
}

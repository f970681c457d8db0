package dev.firedrill.variable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.Fixtures;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.yaml.ScalarKind;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariableTest {
  private static final Map<String, String> VALUES = Map.of("A", "one", "N", "42", "E", "");

  @Test
  void placeholdersHaveTheFormOfAName() {
    assertThat(Placeholder.in("${A}$A${1}${}${B_2} ${C"))
        .extracting(Placeholder::name)
        .containsExactly("A", "B_2");
    assertThat(Placeholder.in("x${A}"))
        .extracting(Placeholder::span)
        .containsExactly(new Span(1, 5));
    assertThat(Placeholder.isIn("{{ $labels.a }}")).isFalse();
  }

  @Test
  void valuesAreFilledInWithThePlaceOfTheirPlaceholder() {
    ScalarNode node = expanded("key: 'x ${A} y'\n");

    assertThat(node.text()).isEqualTo("x one y");
    assertThat(node.value().locate(new Span(2, 3)).span()).isEqualTo(new Span(8, 12));
    assertThat(node.value().locate(new Span(6, 7)).span()).isEqualTo(new Span(13, 14));
  }

  @Test
  void aPlainScalarBecomesWhatItsValueLooksLike() {
    assertThat(expanded("key: ${N}").kind()).isEqualTo(ScalarKind.INT);
    assertThat(expanded("key: '${N}'").kind()).isEqualTo(ScalarKind.STRING);
    assertThat(expanded("key: ${E}").kind()).isEqualTo(ScalarKind.NULL);
  }

  @Test
  void anUnknownNameStaysAndIsReportedOnce() {
    VariableExpansion expansion = new VariableExpansion(VALUES, YamlDialect.GO_V2);
    MappingNode node =
        (MappingNode) expansion.expand(document("a: ${X}${A}\nb: [{c: 'x${X}'}, '${Y}']\n"));

    assertThat(((ScalarNode) node.get("a").orElseThrow()).text()).isEqualTo("${X}one");
    assertThat(Fixtures.render(expansion.diagnostics()))
        .isEqualTo(
            """
            1:4-1:8 info[yaml/unresolved-variable] variable 'X' has no value
              help: give it one in a file of NAME=value lines by --env-file
            2:20-2:24 info[yaml/unresolved-variable] variable 'Y' has no value
              help: give it one in a file of NAME=value lines by --env-file
            """);
  }

  @Test
  void readsFilesOfVariables() {
    Loaded<Map<String, String>> loaded =
        read(
            """
            # comment
            PLAIN=a=b # c

            export QUOTED="x \\"y\\"\\n# z"
            SINGLE='#a $b\\n'
            HASH=#x
            EMPTY=
            TWICE=1
            TWICE=2
            """);

    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(loaded.get().orElseThrow())
        .containsExactly(
            Map.entry("PLAIN", "a=b"),
            Map.entry("QUOTED", "x \"y\"\n# z"),
            Map.entry("SINGLE", "#a $b\\n"),
            Map.entry("HASH", "#x"),
            Map.entry("EMPTY", ""),
            Map.entry("TWICE", "2"));
  }

  @Test
  void reportsLinesThatAreNoVariables() {
    assertThat(Fixtures.render(read("A=1\nnonsense\n2B=x\nC=\"open\n").diagnostics()))
        .isEqualTo(
            """
            2:1-2:9 error[variable/syntax] expected NAME=value
            3:1-3:5 error[variable/syntax] expected NAME=value
            4:1-4:8 error[variable/syntax] the value of C lacks its closing "
            """);
  }

  private static Loaded<Map<String, String>> read(String text) {
    return VariableFile.read(SourceFile.of(".env", text));
  }

  private static ScalarNode expanded(String text) {
    YamlNode node = new VariableExpansion(VALUES, YamlDialect.GO_V2).expand(document(text));
    return (ScalarNode) ((MappingNode) node).get("key").orElseThrow();
  }

  private static YamlNode document(String text) {
    return Yaml.read(SourceFile.of("a.yml", text), YamlDialect.GO_V2).first().orElseThrow();
  }
}

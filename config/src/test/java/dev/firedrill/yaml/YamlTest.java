package dev.firedrill.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import org.junit.jupiter.api.Test;

class YamlTest {
  @Test
  void keepsThePlaceOfEachCharacterOfAFoldedBlock() {
    ScalarNode expr = scalar("expr: >-\n  sum(up)\n  > 1\n", "expr");

    assertThat(expr.text()).isEqualTo("sum(up) > 1");
    assertThat(expr.value().locate(new Span(8, 9)).start().line()).isEqualTo(3);
    assertThat(expr.value().locate(new Span(8, 9)).start().column()).isEqualTo(3);
  }

  @Test
  void keepsThePlaceOfCharactersAfterEscapes() {
    ScalarNode text = scalar("a: \"x\\u00e9\\ny\"", "a");

    assertThat(text.text()).isEqualTo("xé\ny");
    assertThat(text.value().locate(new Span(3, 4)).start().column()).isEqualTo(14);
    assertThat(text.value().locate(new Span(1, 2)).span()).isEqualTo(new Span(5, 11));
  }

  @Test
  void countsColumnsInCodePointsAfterAstralCharacters() {
    ScalarNode text = scalar("🔥: 🔥 up", "🔥");

    assertThat(text.text()).isEqualTo("🔥 up");
    assertThat(text.value().locate(new Span(3, 5)).start().column()).isEqualTo(6);
  }

  @Test
  void readsSeveralDocuments() {
    assertThat(read("a: 1\n---\n- b\n").documents())
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(MappingNode.class),
            second -> assertThat(second).isInstanceOf(SequenceNode.class));
  }

  @Test
  void hasNoDocumentsInAnEmptyFile() {
    assertThat(read("# nothing\n").documents()).isEmpty();
  }

  @Test
  void anAliasKnowsWhereItIsUsedAndWhereItIsDefined() {
    ScalarNode used = scalar("a: &x up\nb: *x\n", "b");

    assertThat(used.text()).isEqualTo("up");
    assertThat(used.isAlias()).isTrue();
    assertThat(used.written().start().line()).isEqualTo(2);
    assertThat(used.location().start().line()).isEqualTo(1);
    assertThat(used.location().start().column()).isEqualTo(7);
  }

  @Test
  void aWrittenKeyWinsOverAMergedOne() {
    String text = "base: &b {x: 1, y: 2}\nuse:\n  y: 3\n  <<: *b\n";

    assertThat(scalar(text, "use", "y").text()).isEqualTo("3");
    assertThat(scalar(text, "use", "x").text()).isEqualTo("1");
  }

  @Test
  void theLaterOfMergedAndWrittenKeyWinsInTheOldDialect() {
    String text = "base: &b {x: 1, y: 2}\nuse:\n  y: 3\n  <<: *b\n  x: 4\n";
    SourceFile file = SourceFile.of("a.yml", text);
    MappingNode root = (MappingNode) Yaml.read(file, YamlDialect.GO_V2).documents().getFirst();
    MappingNode use = (MappingNode) root.get("use").orElseThrow();

    assertThat(((ScalarNode) use.get("y").orElseThrow()).text()).isEqualTo("2");
    assertThat(((ScalarNode) use.get("x").orElseThrow()).text()).isEqualTo("4");
  }

  @Test
  void reportsADuplicateKeyWithTheFirstOne() {
    YamlStream stream = read("a: 1\nb: 2\na: 3\n");

    assertThat(stream.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.goText())
                  .isEqualTo("line 3: mapping key \"a\" already defined at line 1");
              assertThat(problem.diagnostic().check()).isEqualTo("yaml/duplicate-key");
              assertThat(problem.diagnostic().notes()).hasSize(1);
            });
    assertThat(((MappingNode) stream.documents().getFirst()).entries()).hasSize(2);
  }

  @Test
  void refusesDocumentsThatGrowBeyondMeasureByAliases() {
    StringBuilder text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 10; i++) {
      String item = "*a" + (i - 1);
      text.append("a").append(i).append(": &a").append(i).append(" [");
      text.append(String.join(", ", java.util.Collections.nCopies(10, item))).append("]\n");
    }

    assertThat(onlyError(text.toString()).message())
        .isEqualTo("document contains excessive aliasing");
  }

  @Test
  void refusesDeepNesting() {
    assertThat(onlyError("[".repeat(5000)).check()).isEqualTo("yaml/limit");
  }

  @Test
  void refusesAnAnchorThatContainsItself() {
    assertThat(onlyError("a: &x [*x]\n").message()).isEqualTo("anchor 'x' value contains itself");
  }

  private static Diagnostic onlyError(String text) {
    YamlStream stream = read(text);
    assertThat(stream.complete()).isFalse();
    assertThat(stream.problems()).hasSize(1);
    return stream.problems().getFirst().diagnostic();
  }

  private static YamlStream read(String text) {
    return Yaml.read(SourceFile.of("a.yml", text), YamlDialect.GO_V3);
  }

  private static ScalarNode scalar(String text, String... path) {
    YamlStream stream = read(text);
    assertThat(stream.problems()).isEmpty();
    YamlNode node = stream.documents().getFirst();
    for (String name : path) {
      node = ((MappingNode) node).get(name).orElseThrow();
    }
    return (ScalarNode) node;
  }
}

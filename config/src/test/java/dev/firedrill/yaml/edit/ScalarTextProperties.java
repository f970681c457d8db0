package dev.firedrill.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.yaml.ScalarKind;
import dev.firedrill.yaml.ScalarStyle;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScalarTextProperties {
  @Property
  void aTextIsReadAsItWasWritten(@ForAll("texts") String text, @ForAll ScalarStyle style) {
    String written = ScalarText.of(text, style, ScalarKind.STRING, false);
    MappingNode root = (MappingNode) read("key: " + written + "\nnext: 1\n");
    assertString(root.get("key").orElseThrow(), text);
  }

  @Property
  void aTextIsReadAsItWasWrittenWithinBrackets(
      @ForAll("texts") String text, @ForAll ScalarStyle style) {
    String written = ScalarText.of(text, style, ScalarKind.STRING, true);
    SequenceNode root = (SequenceNode) read("[" + written + ", x]");
    assertString(root.items().getFirst(), text);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> odd =
        Arbitraries.strings()
            .withChars("ab 01:-#,[]{}&*!|>'\"%@`?~.\n\t\\\r\u0085\u2028é\u0001yn")
            .ofMaxLength(8);
    return Arbitraries.oneOf(
        odd, Arbitraries.of("yes", "null", "1e3", "0x1f", "<<", "2026-01-01", "---", "... x"));
  }

  private static Object read(String yaml) {
    return Yaml.read(SourceFile.of("a.yml", yaml), YamlDialect.GO_V2).first().orElseThrow();
  }

  private static void assertString(Object node, String text) {
    ScalarNode scalar = (ScalarNode) node;
    assertThat(scalar.text()).isEqualTo(text);
    assertThat(scalar.kind()).isEqualTo(ScalarKind.STRING);
  }
}

package dev.firedrill.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.yaml.RenderedScalar.Settings;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever the style in which a value is written, each of its characters is found where it stands.
class ScalarPositionsProperties {
  @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
  void findsEachCharacterInTheFile(
      @ForAll("lines") List<String> lines,
      @ForAll ScalarStyle style,
      @ForAll("settings") Settings settings) {
    RenderedScalar rendered = RenderedScalar.of(lines, style, settings);
    SourceFile file = SourceFile.of("a.yml", rendered.file());
    YamlStream stream = Yaml.read(file, YamlDialect.GO_V3);

    assertThat(stream.problems()).as(rendered.file()).isEmpty();
    ScalarNode node = find(stream.documents().getLast());
    assertThat(node.style()).isEqualTo(style);
    assertThat(node.text()).as(rendered.file()).isEqualTo(rendered.value());
    for (int i = 0; i < rendered.value().length(); i++) {
      Span place = node.value().locate(new Span(i, i + 1)).span();
      assertThat(place).as("character %d of %s", i, rendered).isEqualTo(rendered.places().get(i));
    }
  }

  private static ScalarNode find(YamlNode document) {
    SequenceNode list = (SequenceNode) ((MappingNode) document).get("list").orElseThrow();
    MappingNode item = (MappingNode) list.items().getFirst();
    assertThat(item.get("after").orElseThrow()).isInstanceOf(ScalarNode.class);
    return (ScalarNode) item.get("value").orElseThrow();
  }

  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> word =
        Arbitraries.strings()
            .withChars("abcXYZ019_().+/=~\"'\\é日ß\t ")
            .withChars('\u00a0')
            .ofMaxLength(9);
    Arbitrary<String> astral = Arbitraries.of("🔥", "x🔥y", "𝒳 = 1", "", "a", "up == 0");
    Arbitrary<String> line =
        Combinators.combine(word, astral, word).as((left, middle, right) -> left + middle + right);
    return line.list().ofMinSize(1).ofMaxSize(5);
  }

  @Provide
  Arbitrary<Settings> settings() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 6),
            Arbitraries.of("\n", "\r\n"),
            Arbitraries.of(true, false),
            Arbitraries.of("", "&anchor ", "!!str ", "!!str &a-1 "),
            Arbitraries.of("", "-", "+"),
            Arbitraries.of(true, false),
            Arbitraries.of("", "# é 🔥 comment\n", "🔥: 日本\n", "---\nfirst: x\n---\n"),
            Arbitraries.integers().between(0, 3))
        .as(Settings::new);
  }
}

package dev.firedrill.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Fixes;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlStream;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ScalarEditsProperties {
  private static final List<String> STYLES =
      List.of("%s", "'%s'", "\"%s\"", "|\n  %s", "|2-\n  %s", ">\n  %s", ">-\n  %s", "\n  %s");

  @Property
  void onlyThePartAskedForChanges(
      @ForAll("texts") String text,
      @ForAll("parts") String replacement,
      @ForAll @IntRange(min = 0, max = 7) int style,
      @ForAll @IntRange(min = 0, max = 20) int from,
      @ForAll @IntRange(min = 0, max = 6) int length) {
    String yaml = "a: " + STYLES.get(style).formatted(text.replace("\n", "\n  ")) + " # c\nb: 1\n";
    replace(yaml, replacement, from, length);
  }

  @Property
  void soItIsWithinBrackets(
      @ForAll("texts") String text,
      @ForAll("parts") String replacement,
      @ForAll @IntRange(min = 0, max = 2) int style,
      @ForAll @IntRange(min = 0, max = 20) int from,
      @ForAll @IntRange(min = 0, max = 6) int length) {
    String yaml = "[" + STYLES.get(style).formatted(text.replace("\n", "\n  ")) + ", x]\n";
    replace(yaml, replacement, from, length);
  }

  private static void replace(String yaml, String replacement, int from, int length) {
    Optional<ScalarNode> scalar = scalar(yaml);
    if (scalar.isEmpty() || scalar.get().text().isBlank()) {
      return;
    }
    String before = scalar.get().text();
    int start = Math.min(from, before.stripTrailing().length());
    Span part = new Span(start, Math.min(start + length, before.stripTrailing().length()));
    Optional<TextEdit> edit = ScalarEdits.replace(scalar.get(), part, replacement);
    String wanted = before.substring(0, start) + replacement + before.substring(part.end());
    if (edit.isEmpty() || !isSteady(wanted)) {
      return;
    }
    SourceFile file = scalar.get().location().file();
    String after = Fixes.apply(file, List.of(edit.get()));
    assertThat(scalar(after)).as("%s%n->%n%s", yaml, after).isPresent();
    assertThat(blanks(scalar(after).get().text()))
        .as("%s%n->%n%s", yaml, after)
        .isEqualTo(blanks(wanted));
  }

  // Where a line ends or is empty, one blank may become two.
  private static String blanks(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  // Expressions do not start or end with blanks, nor do their lines; where one does, blanks and
  // line breaks may change, which mean nothing to them.
  private static boolean isSteady(String text) {
    return !text.isBlank()
        && text.stripTrailing().lines().allMatch(line -> line.equals(line.strip()))
        && !text.startsWith("\n");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("ab{}[]=~\"\\'#:, (\n)0é")
        .ofMinLength(1)
        .ofMaxLength(20)
        .map(String::strip)
        .filter(ScalarEditsProperties::isSteady);
  }

  @Provide
  Arbitrary<String> parts() {
    return Arbitraries.strings().withChars("ab=~\"'\\{}, :#0é").ofMaxLength(6);
  }

  // What is read as something else than one text is none of our business.
  private static Optional<ScalarNode> scalar(String yaml) {
    YamlStream stream = Yaml.read(SourceFile.of("a.yml", yaml), YamlDialect.GO_V3);
    if (!stream.complete() || stream.documents().size() != 1) {
      return Optional.empty();
    }
    return switch (stream.documents().getFirst()) {
      case MappingNode mapping when mapping.literal().size() == 2 && mapping.has("b") ->
          mapping.get("a").filter(ScalarNode.class::isInstance).map(ScalarNode.class::cast);
      case SequenceNode list
          when list.items().size() == 2 && list.items().getFirst() instanceof ScalarNode first ->
          Optional.of(first);
      default -> Optional.empty();
    };
  }
}

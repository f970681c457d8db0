package dev.firedrill.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import org.junit.jupiter.api.Test;

class YamlFieldsTest {
  private final YamlProblems problems = new YamlProblems();

  @Test
  void takesTheTextOfAnyScalar() {
    YamlFields fields = fields("a: 1\nb: true\nc: 2020-01-01\nd: 'x'\n");

    assertThat(fields.text("a")).hasToString("1");
    assertThat(fields.text("b")).hasToString("true");
    assertThat(fields.text("c")).hasToString("2020-01-01");
    assertThat(fields.text("d")).hasToString("x");
    fields.finish();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void takesNullForMissing() {
    YamlFields fields = fields("a:\nb: ~\nc: null\n");

    assertThat(fields.text("a")).isNull();
    assertThat(fields.integer("b")).isNull();
    assertThat(fields.list("c", node -> node)).isEmpty();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void suggestsTheNearestFieldForAnUnknownOne() {
    YamlFields fields = fields("name: x\nintervall: 1m\n");
    fields.text("name");
    fields.text("interval");
    fields.finish();

    assertThat(problems.all())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.goText())
                  .isEqualTo("line 2: field intervall not found in type rulefmt.RuleGroup");
              assertThat(problem.diagnostic().help()).isEqualTo("did you mean 'interval'?");
            });
  }

  @Test
  void readsWholeNumbersAsGoDoes() {
    YamlFields fields = fields("a: 0x1F\nb: 0o17\nc: 017\nd: 1_000\ne: 1.9\nf: -3\ng: 0b11\n");

    assertThat(value(fields.integer("a"))).isEqualTo(31);
    assertThat(value(fields.integer("b"))).isEqualTo(15);
    assertThat(value(fields.integer("c"))).isEqualTo(15);
    assertThat(value(fields.integer("d"))).isEqualTo(1000);
    assertThat(value(fields.integer("e"))).isEqualTo(1);
    assertThat(value(fields.integer("f"))).isEqualTo(-3);
    assertThat(value(fields.integer("g"))).isEqualTo(3);
  }

  @Test
  void aQuotedNumberIsNoNumber() {
    assertThat(fields("a: '5'\n").integer("a")).isNull();
    assertThat(problems.all())
        .extracting(YamlProblem::goText)
        .containsExactly("line 1: cannot unmarshal !!str `5` into int");
  }

  @Test
  void readsTheOldWordsWhereABooleanIsWanted() {
    YamlFields fields = fields("a: yes\nb: Off\nc: true\n");

    assertThat(value(fields.bool("a"))).isTrue();
    assertThat(value(fields.bool("b"))).isFalse();
    assertThat(value(fields.bool("c"))).isTrue();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void reportsAListWhereATextIsWanted() {
    assertThat(fields("a: [1]\n").text("a")).isNull();
    assertThat(problems.all())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.goText()).isEqualTo("line 1: cannot unmarshal !!seq into string");
              assertThat(problem.diagnostic().message()).isEqualTo("expected a text, found a list");
            });
  }

  @Test
  void readsMapsOfTexts() {
    YamlFields fields = fields("labels: {a: 1, c: true, n: }\n");

    assertThat(
            fields.map(
                "labels", (Located<String> name, SourceText text) -> name.value() + "=" + text))
        .containsExactly("a=1", "c=true", "n=");
  }

  private static <T> T value(@org.jspecify.annotations.Nullable Located<T> located) {
    assertThat(located).isNotNull();
    return java.util.Objects.requireNonNull(located).value();
  }

  private YamlFields fields(String text) {
    YamlStream stream = Yaml.read(SourceFile.of("a.yml", text), YamlDialect.GO_V3);
    return YamlFields.of(stream.documents().getFirst(), "rulefmt.RuleGroup", problems);
  }
}

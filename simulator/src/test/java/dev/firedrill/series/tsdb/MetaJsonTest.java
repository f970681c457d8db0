package dev.firedrill.series.tsdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaJsonTest {
  @Test
  void valuesOfAllKindsAreRead() throws DamagedException {
    Object read =
        MetaJson.read(
            "\t{\"a\": [1, -20, true, false, \"x\\\"\\u00e9\\n\"],\n \"b\": {}, \"c\": [] } \r\n");

    assertThat(read)
        .isEqualTo(
            Map.of("a", List.of(1L, -20L, true, false, "x\"é\n"), "b", Map.of(), "c", List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1.5", "1e3", "-0.25E-7", "99999999999999999999"})
  void whatIsNoWholeNumberIsOfNoUse(String text) throws DamagedException {
    assertThat(MetaJson.read(text)).isSameAs(MetaJson.OTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1",
        "[1,]",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "01",
        "-",
        "1.",
        "1e",
        "tru",
        "\"x",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"a\nb\"",
        "{} {}",
        "nul",
        "+1",
        "[1 2]"
      })
  void whatIsNotJsonIsDamaged(String text) {
    assertThatThrownBy(() -> MetaJson.read(text))
        .isInstanceOf(DamagedException.class)
        .hasMessageStartingWith("invalid JSON: ");
  }

  @Test
  void whatIsNestedTooDeeplyIsDamaged() {
    assertThatThrownBy(() -> MetaJson.read("[".repeat(100_000)))
        .isInstanceOf(DamagedException.class);
  }

  @Test
  void whereItIsWrongIsSaid() {
    assertThatThrownBy(() -> MetaJson.read("{\"version\": 1;}"))
        .hasMessage("invalid JSON: unexpected ';' at character 14");
  }
}

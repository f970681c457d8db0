package dev.firedrill.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {
  private final StringBuilder out = new StringBuilder();

  @Test
  void writesNestedObjectsAndArraysWithCommas() {
    Json.compact(out)
        .object()
        .name("a")
        .array()
        .value(1)
        .value("x")
        .nothing()
        .end()
        .name("b")
        .object()
        .end()
        .name("c")
        .value(true)
        .end();

    assertThat(out).hasToString("{\"a\":[1,\"x\",null],\"b\":{},\"c\":true}");
  }

  @Test
  void indentsByTwoSpacesAndKeepsEmptyOnesTogether() {
    Json.indented(out).object().name("a").array().value(1).end().name("b").array().end().end();

    assertThat(out).hasToString("{\n  \"a\": [\n    1\n  ],\n  \"b\": []\n}");
  }

  @Test
  void writesAValueAlone() {
    Json.compact(out).value("x");

    assertThat(out).hasToString("\"x\"");
  }

  @Test
  void escapesWhatJsonCannotHold() {
    assertThat(Json.quote("\"\\\n\r\t\u0000\u001f\u2028é🔥"))
        .isEqualTo("\"\\\"\\\\\\n\\r\\t\\u0000\\u001f\\u2028é🔥\"");
    assertThat(Json.quote("a\ud83dz\udd25")).isEqualTo("\"a\\ud83dz\\udd25\"");
  }

  @Test
  void writesNumbers() {
    Json.compact(out)
        .array()
        .value(1.0)
        .value(0.1)
        .value(-1e300)
        .value(Double.NaN)
        .value(1L << 60)
        .end();

    assertThat(out).hasToString("[1,0.1,-1.0E300,null,1152921504606846976]");
  }
}

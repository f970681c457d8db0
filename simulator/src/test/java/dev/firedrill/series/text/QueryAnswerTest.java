package dev.firedrill.series.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Position;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryAnswerTest {
  @Test
  void readsVectors() {
    assertThat(
            series(
                """
                {"status": "success", "data": {"result": [
                  {"value": [1700000000.25, "+Inf"], "metric": {"b": "x\\"y", "__name__": "up"}},
                  {"metric": {"__name__": "down"}, "value": [1700000000, "NaN"]}
                ], "resultType": "vector"}, "infos": ["i"]}
                """))
        .containsExactly(
            "{__name__=\"down\"} 1700000000000:NaN",
            "{__name__=\"up\", b=\"x\\\"y\"} 1700000000250:Infinity");
  }

  @Test
  void readsWhatPromtoolPrints() {
    assertThat(
            series(
                "[{\"metric\":{\"a\":\"1\"},\"value\":[60,\"1\"]},{\"metric\":{},\"value\":[60,\"2\"]}]"))
        .containsExactly("{} 60000:2.0", "{a=\"1\"} 60000:1.0");
  }

  @Test
  void takesNullForNoSeries() {
    assertThat(series("{\"data\": {\"resultType\": \"matrix\", \"result\": null}}")).isEmpty();
  }

  @Test
  void endsSeriesThatHaveNothingAtAStep() {
    assertThat(
            series(
                """
                {"data": {"resultType": "matrix", "result": [
                  {"metric": {"a": "1"}, "values": [[60, "1"], [120, "2"], [240, "3"], [300, "4"]]},
                  {"metric": {"a": "2"}, "values": [[60, "1"]]},
                  {"metric": {"a": "3"}, "values": []}
                ]}}
                """))
        .containsExactly(
            "{a=\"1\"} 60000:1.0 120000:2.0 180000:stale 240000:3.0 300000:4.0",
            "{a=\"2\"} 60000:1.0 120000:stale",
            "{a=\"3\"}");
  }

  @Test
  void takesTheTiniestTimes() {
    assertThat(
            series(
                """
                {"data": {"resultType": "vector", "result": [
                  {"metric": {"a": "1"}, "value": [1e-999999999, "1"]},
                  {"metric": {"a": "2"}, "value": [-0.0005, "2"]}
                ]}}
                """))
        .containsExactly("{a=\"1\"} 0:1.0", "{a=\"2\"} -1:2.0");
  }

  @Test
  void leavesRawSamplesAlone() {
    assertThat(
            series(
                """
                {"data": {"resultType": "matrix", "result": [
                  {"metric": {"a": "1"}, "values": [[60.003, "1"], [75.001, "2"], [105.002, "3"]]}
                ]}}
                """))
        .containsExactly("{a=\"1\"} 60003:1.0 75001:2.0 105002:3.0");
  }

  @Test
  void takesTheSamplesOfAnExportAsTheyAre() {
    assertThat(
            series(
                """
                {"firedrill": "samples", "data": {"resultType": "matrix", "result": [
                  {"metric": {"a": "1"}, "values": [[60, "1"], [120, "2"], [240, "3"]]},
                  {"metric": {"a": "2"}, "values": [[60, "1"], [180, "2"]], "stale": [120]}
                ]}}
                """))
        .containsExactly(
            "{a=\"1\"} 60000:1.0 120000:2.0 240000:3.0",
            "{a=\"2\"} 60000:1.0 120000:stale 180000:2.0");
  }

  @Test
  void saysWhereItEndedSeriesThatMayBeSamplesAsRecorded() {
    SourceFile file =
        SourceFile.of(
            "a.json",
            """
            {"data": {"resultType": "matrix", "result": [
              {"metric": {"__name__": "up"}, "values": [[60, "1"], [75, "2"], [105, "3"]]}
            ]}}
            """);
    Loaded<SeriesStore> stepped = QueryAnswer.read(file);
    assertThat(stepped.get().orElseThrow().sampleCount()).isEqualTo(4);
    assertThat(stepped.failed()).isFalse();
    assertThat(stepped.diagnostics())
        .singleElement()
        .satisfies(found -> assertThat(found.message()).contains("(1x)", "#samples"));

    Loaded<SeriesStore> recorded = QueryAnswer.read(file, AnswerTimes.SAMPLES);
    assertThat(recorded.get().orElseThrow().sampleCount()).isEqualTo(3);
    assertThat(recorded.diagnostics()).isEmpty();
  }

  @Test
  void passesOnWhatTheServerWarnedOf() {
    Loaded<SeriesStore> loaded =
        QueryAnswer.read(
            SourceFile.of(
                "a.json",
                "{\"data\":{\"result\":[]},\"warnings\":[\"partial"
                    + " response\"],\"infos\":[\"x\"]}"));
    assertThat(loaded.failed()).isFalse();
    assertThat(loaded.diagnostics())
        .extracting(found -> found.message())
        .containsExactly("the server warned: partial response");
  }

  @Test
  void saysWithoutTheParsersJargonWhereJsonEndsTooSoon() {
    Loaded<SeriesStore> loaded = QueryAnswer.read(SourceFile.of("a.json", "{\"data\":\n {"));
    assertThat(loaded.diagnostics())
        .extracting(found -> found.message())
        .containsExactly(
            "not JSON: Unexpected end-of-input: expected close marker for Object (start marker at"
                + " line 2, column 2)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "7 | 1:1 expected an object",
        "[60] | 1:2 expected a series",
        "{\"status\":\"success\"} | 1:1 no data.result in it",
        "{\"status\":\"error\",\"error\":\"too much\"} "
            + "| 1:1 the server answered with an error: too much",
        "{\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"2\"]}} "
            + "| 1:23 a scalar has no series: query for a vector or a range",
        "{\"data\":{\"result\":[{\"metric\":{\"a\":1}}]}} "
            + "| 1:35 expected the value of a label, as a text",
        "{\"data\":{\"result\":[{\"value\":[\"1\",\"2\"]}]}} | 1:30 expected a time in seconds",
        "{\"data\":{\"result\":[{\"value\":[1,\"x\"]}]}} | 1:32 'x' is no number",
        "{\"data\":{\"result\":[{\"value\":[1e999999999,\"1\"]}]}} | 1:30 the time is out of range",
        "{\"data\":{\"result\":[{\"value\":[1e9999999999,\"1\"]}]}} | 1:30 the time is out of"
            + " range",
        "{\"data\":{\"result\":[{\"value\":[1e-9999999999,\"1\"]}]}} | 1:30 the time is out of"
            + " range",
        "{\"data\":{\"result\":[{\"value\":[1,\"2\",3]}]}} | 1:36 expected the end of the sample",
        "{\"data\":{\"result\":[]}} {} | 1:24 more than one answer in the file",
        "~~ | 1:1 expected an answer of the query API, found nothing",
      })
  void saysWhatIsWrong(String text, String message) {
    Loaded<SeriesStore> loaded = QueryAnswer.read(SourceFile.of("a.json", text));
    assertThat(loaded.get()).isEmpty();
    assertThat(loaded.diagnostics())
        .singleElement()
        .satisfies(
            found ->
                assertThat(
                        found.location().start().line()
                            + ":"
                            + found.location().start().column()
                            + " "
                            + found.message())
                    .isEqualTo(message));
  }

  @Test
  void tellsWhereJsonBreaksOff() {
    Loaded<SeriesStore> loaded =
        QueryAnswer.read(SourceFile.of("a.json", "{\"data\":\n {\"result\": [}}"));
    assertThat(loaded.diagnostics())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.message()).startsWith("not JSON: ");
              assertThat(found.location().start().line()).isEqualTo(2);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | ''",
        "10 | ''",
        "700 | ''",
        "1100 | ''",
        "5000 | ''",
        "3000 | \\n",
        "3000 | \\r",
        "3000 | \\r\\n",
        "0 | \\n",
      })
  void tellsThePlaceInALongLine(int length, String breaks) throws IOException {
    String filling = "\u00e9\ud83d\ude00".repeat(length / 3) + " ";
    String text =
        "{\"x\":\""
            + filling
            + "\","
            + breaks.replace("\\n", "\n").replace("\\r", "\r")
            + "\"data\":{\"result\":7, \"y\":\""
            + filling
            + "\"}}";
    for (String mark : List.of("", "\ufeff")) {
      AnswerText answer = new AnswerText("a.json", () -> new StringReader(mark + text));
      Diagnostic found =
          QueryAnswer.read(answer, AnswerTimes.AS_FOUND, 10).diagnostics().getFirst();
      Location place = found.location();
      Position whole = SourceFile.of("a.json", mark + text).position(text.indexOf("7,"));
      assertThat(found.message()).isEqualTo("expected a list of series");
      assertThat(place.start()).isEqualTo(whole);
      assertThat(place.file().text().substring(place.span().start())).startsWith("7, \"y\"");
      assertThat(place.file().text().length()).isLessThan(2_000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "["})
  void refusesWhatNoServerWrites(String much) {
    String text = "{\"data\":{\"result\":" + much.repeat(5_000) + "}}";
    Loaded<SeriesStore> loaded = QueryAnswer.read(SourceFile.of("a.json", text));
    assertThat(loaded.failed()).isTrue();
    assertThat(loaded.get()).isEmpty();
  }

  private static List<String> series(String text) {
    Loaded<SeriesStore> loaded = QueryAnswer.read(SourceFile.of("a.json", text));
    assertThat(loaded.diagnostics()).isEmpty();
    List<String> series = new ArrayList<>();
    for (Series each : loaded.get().orElseThrow().all()) {
      StringBuilder line = new StringBuilder(each.labels().toString());
      Samples samples = each.samples();
      for (int i = 0; i < samples.size(); i++) {
        double value = samples.value(i);
        String shown = StaleNaN.isStale(value) ? "stale" : String.valueOf(value);
        line.append(' ').append(samples.time(i)).append(':').append(shown);
      }
      series.add(line.toString());
    }
    return series;
  }
}

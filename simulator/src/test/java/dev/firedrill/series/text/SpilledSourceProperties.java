package dev.firedrill.series.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Samples that went to a temporary file are those that would have been held in memory.
class SpilledSourceProperties {
  private static final List<LabelMatcher> ODD =
      List.of(LabelMatcher.of("job", Operator.REGEX, "[13]"));

  private static SeriesSource read(String text, long room) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Objects.requireNonNull(
            TextRecording.readAll("x", new ByteArrayInputStream(bytes), TextFormat.PROMETHEUS, room)
                .value())
        .timed();
  }

  // In any order, some at the same time, with values that say which line they come from.
  private static String text(int lines, long seed, int disorder) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append("up{job=\"").append(random.nextInt(5)).append("\"} ").append(i).append(' ');
      text.append(i * 10 + 10 * random.nextInt(disorder)).append('\n');
    }
    return text.toString();
  }

  private static List<String> lines(List<Series> all) {
    List<String> lines = new ArrayList<>();
    for (Series series : all) {
      for (int i = 0; i < series.samples().size(); i++) {
        lines.add(
            series.labels() + " " + series.samples().value(i) + " " + series.samples().time(i));
      }
    }
    return lines;
  }

  @Property(tries = 300)
  void areTheSameWhereverTheyAre(
      @ForAll @IntRange(min = 1, max = 200) int count,
      @ForAll @IntRange(min = 1, max = 30) int room,
      @ForAll @IntRange(min = 1, max = 40) int disorder,
      @ForAll long seed)
      throws IOException {
    String text = text(count, seed, disorder);
    SeriesSource held = read(text, Long.MAX_VALUE);
    SeriesSource spilled = read(text, room);
    TimeRange part = new TimeRange(count * 3L, count * 7L);
    assertThat(spilled.extent()).isEqualTo(held.extent());
    for (TimeRange range : List.of(TimeRange.ALL, part, new TimeRange(-5, -1))) {
      assertThat(lines(spilled.select(List.of(), range)))
          .isEqualTo(lines(held.select(List.of(), range)));
      assertThat(lines(spilled.select(ODD, range))).isEqualTo(lines(held.select(ODD, range)));
      assertThat(spilled.names(ODD, range)).containsAll(held.names(ODD, range));
    }
  }

  private static SeriesSource answer(String text, AnswerTimes times, long room) throws IOException {
    AnswerText answer = new AnswerText("x", () -> new StringReader(text));
    return Objects.requireNonNull(QueryAnswer.read(answer, times, room).value());
  }

  // Label sets may come twice, behind their samples, without any, and with native histograms.
  private static String answer(int count, int step, int holes, int jitter, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < 6; i++) {
      String metric = "\"metric\":{\"job\":\"" + random.nextInt(5) + "\"}";
      boolean ahead = random.nextBoolean();
      text.append(i == 0 ? "{" : ",{").append(ahead ? metric + "," : "");
      text.append("\"values\":[");
      String comma = "";
      for (int j = 0; j < count; j++) {
        if (random.nextInt(10) >= holes) {
          long time = (long) j * step + random.nextInt(jitter);
          text.append(comma)
              .append('[')
              .append(time / 1000.0)
              .append(",\"")
              .append(j)
              .append("\"]");
          comma = ",";
        }
      }
      text.append("],\"histograms\":[");
      if (random.nextInt(4) == 0) {
        text.append("[").append(count * step / 1000.0).append(",{\"count\":\"1\",\"sum\":\"2\"}]");
      }
      text.append(ahead ? "]}" : "]," + metric + "}");
    }
    return text.append(']').toString();
  }

  @Property(tries = 300)
  void areTheSameInAnswersOfTheQueryApi(
      @ForAll @IntRange(min = 0, max = 60) int count,
      @ForAll @IntRange(min = 1, max = 100) int room,
      @ForAll @IntRange(min = 0, max = 6) int holes,
      @ForAll @IntRange(min = 1, max = 2) int jitter,
      @ForAll long seed)
      throws IOException {
    String text = answer(count, 20, holes, jitter, seed);
    for (AnswerTimes times : AnswerTimes.values()) {
      SeriesSource held = answer(text, times, Long.MAX_VALUE);
      SeriesSource spilled = answer(text, times, room);
      TimeRange part = new TimeRange(count * 3L, count * 14L);
      for (TimeRange range : List.of(TimeRange.ALL, part, new TimeRange(20, 20))) {
        assertThat(lines(spilled.select(List.of(), range)))
            .isEqualTo(lines(held.select(List.of(), range)));
        assertThat(spilled.names(ODD, range)).containsAll(held.names(ODD, range));
      }
    }
  }

  @Example
  void areReadPieceByPiece() throws IOException {
    StringBuilder text = new StringBuilder("[{\"metric\":{\"job\":\"1\"},\"values\":[");
    int count = 3 * SampleSpill.MOST + 5;
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",").append('[').append(i).append(",\"").append(i).append("\"]");
    }
    SeriesSource spilled = answer(text + "]}]", AnswerTimes.AS_FOUND, 100);
    TimeRange part = new TimeRange(1_000_500, 2_500_000);
    List<String> lines = lines(spilled.select(ODD, part));
    assertThat(lines).hasSize(1500).startsWith("{job=\"1\"} 1001.0 1001000");
    assertThat(spilled.select(ODD, TimeRange.ALL).getFirst().samples().size()).isEqualTo(count);
  }
}

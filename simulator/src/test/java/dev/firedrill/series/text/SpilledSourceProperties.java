package dev.firedrill.series.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
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
}

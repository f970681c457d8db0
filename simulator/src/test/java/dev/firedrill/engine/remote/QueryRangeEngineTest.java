package dev.firedrill.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.remote.FakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryRangeEngineTest {
  private static final long MINUTE = 60_000;
  // 3 pieces: two whole ones, and two steps.
  private static final TimeGrid GRID = new TimeGrid(0, MINUTE, 2 * Piece.STEPS + 2);

  /// The steps asked for, each with its number as the value, but for those that three divides.
  private static String answer(HttpUrl url) {
    long first = FakeServer.millis(url, "start");
    long last = FakeServer.millis(url, "end");
    long step = Math.round(Double.parseDouble(String.valueOf(url.queryParameter("step"))) * 1000);
    StringJoiner values = new StringJoiner(",");
    for (long time = first; time <= last; time += step) {
      if (time / step % 3 != 0) {
        values.add("[" + time / 1000 + ",\"" + time / step + "\"]");
      }
    }
    return "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"job\":\"a\"},\"values\":["
        + values
        + "]}]}";
  }

  private static Expr parsed(String expr) {
    return ((ParseResult.Parsed) Promql.parse(expr)).expr();
  }

  private static QueryRangeEngine engine(FakeServer server) {
    return new QueryRangeEngine(server.api(), MINUTE, KeptAnswers.NONE, List.of());
  }

  @Test
  void givesAMarkerWhereASeriesIsNoLongerThere() throws IOException {
    try (FakeServer server = new FakeServer(QueryRangeEngineTest::answer)) {
      SeriesSource results = engine(server).results(parsed("sum by(job)(x)"), GRID);
      // Over the border of two pieces: 4096 is in the second one.
      TimeRange range = new TimeRange(4094 * MINUTE, 4100 * MINUTE);
      List<Series> series = results.select(List.of(), range);
      assertThat(series).hasSize(1);
      Samples samples = series.getFirst().samples();
      assertThat(samples.size()).isEqualTo(7);
      for (int i = 0; i < samples.size(); i++) {
        long number = 4094L + i;
        assertThat(samples.time(i)).isEqualTo(number * MINUTE);
        if (number % 3 == 0) {
          assertThat(StaleNaN.isStale(samples.value(i))).isTrue();
        } else {
          assertThat(samples.value(i)).isEqualTo((double) number);
        }
      }
    }
  }

  @Test
  void asksForEachPieceOnce() throws IOException {
    try (FakeServer server = new FakeServer(QueryRangeEngineTest::answer)) {
      SeriesSource results = engine(server).results(parsed("x"), GRID);
      for (int i = 0; i < GRID.count(); i += 1000) {
        results.select(List.of(), new TimeRange(GRID.time(i) - 5 * MINUTE, GRID.time(i)));
      }
      results.select(List.of(), new TimeRange(GRID.end(), GRID.end()));
      assertThat(server.asked).containsExactly("x", "x", "x");
    }
  }

  @Test
  void asksForLessWhereTheServerRefuses() throws IOException {
    try (FakeServer server =
        new FakeServer(
            url -> {
              long length = FakeServer.millis(url, "end") - FakeServer.millis(url, "start");
              return length > 1500 * MINUTE ? "422" : answer(url);
            })) {
      SeriesSource results = engine(server).results(parsed("x"), GRID);
      List<Series> all = results.select(List.of(), new TimeRange(0, GRID.end()));
      assertThat(all.getFirst().samples().value(1)).isEqualTo(2);
      assertThat(all.getFirst().samples().lastTime()).isEqualTo(GRID.end());
      // 2 × (1 + 2 + 4) for the whole pieces, 1 for the rest.
      assertThat(server.asked).hasSize(15);
    }
  }

  @Test
  void namesTheTimeForWhichTheServerHasNoResult() throws IOException {
    try (FakeServer server =
        new FakeServer(url -> FakeServer.millis(url, "start") > 0 ? "400" : answer(url))) {
      SeriesSource results = engine(server).results(parsed("x"), GRID);
      assertThat(results.select(List.of(), new TimeRange(0, 100 * MINUTE))).hasSize(1);
      assertThatThrownBy(() -> results.select(List.of(), new TimeRange(GRID.end(), GRID.end())))
          .isInstanceOf(EvaluationException.class)
          .hasMessageStartingWith(
              "from 1970-01-06T16:32:00Z to 1970-01-06T16:33:00Z the server gave no result: HTTP"
                  + " 400");
    }
  }

  @Test
  void lacksOnlyWhatTheServerRefuses() throws IOException {
    TimeRange refused = new TimeRange(1000 * MINUTE, 1002 * MINUTE);
    try (FakeServer server =
        new FakeServer(
            url ->
                FakeServer.millis(url, "start") <= refused.last()
                        && FakeServer.millis(url, "end") >= refused.first()
                    ? "422"
                    : answer(url))) {
      SeriesSource results = engine(server).results(parsed("x"), GRID);
      assertThat(results.select(List.of(), new TimeRange(0, 999 * MINUTE))).hasSize(1);
      assertThat(results.select(List.of(), new TimeRange(1003 * MINUTE, GRID.end()))).hasSize(1);
      assertThatThrownBy(() -> results.select(List.of(), refused))
          .isInstanceOf(EvaluationException.class)
          .hasMessageStartingWith("from 1970-01-01T16:40:00Z to 1970-01-01T16:42:00Z the server");
      assertThat(server.asked).hasSizeLessThan(40);
    }
  }

  @Test
  void asksLittleOfAServerThatRefusesAll() throws IOException {
    try (FakeServer server = new FakeServer(url -> "422")) {
      SeriesSource results = engine(server).results(parsed("x"), GRID);
      assertThatThrownBy(() -> results.select(List.of(), new TimeRange(0, 4095 * MINUTE)))
          .isInstanceOf(EvaluationException.class)
          .hasMessageStartingWith("from 1970-01-01T00:00:00Z to 1970-01-03T20:15:00Z the server");
      // Two pieces are under way.
      assertThat(server.asked).hasSizeLessThan(80);
    }
  }

  @Test
  void refusesNativeHistogramsAsTheApiDoesNotGiveThemInFull() throws IOException {
    String histogram =
        "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"histograms\":[[0,{\"count\":\"1\","
            + "\"sum\":\"1\",\"buckets\":[]}]]}]}";
    try (FakeServer server = new FakeServer(url -> histogram)) {
      SeriesSource results = engine(server).results(parsed("x"), GRID);
      assertThatThrownBy(() -> results.select(List.of(), new TimeRange(0, 0)))
          .isInstanceOf(EvaluationException.class)
          .hasMessageContaining("--engine local");
    }
  }

  @Test
  void passesOnWhatPromqlRemarksOnceItIsRead(@TempDir Path folder) throws IOException {
    String remark = "PromQL info: metric might not be a counter: \"x\" (1:6)";
    String beside =
        ",\"infos\":[\"" + remark.replace("\"", "\\\"") + "\"],\"warnings\":[\"partial\"]";
    KeptAnswers kept = KeptAnswers.in(folder, "there", Long.MAX_VALUE / 2);
    try (FakeServer server = new FakeServer(url -> answer(url) + beside)) {
      QueryRangeEngine engine =
          new QueryRangeEngine(server.api(), MINUTE, kept, List.of("by design"));
      for (int run = 0; run < 2; run++) {
        Set<String> remarks = new HashSet<>();
        TimeGrid piece = new TimeGrid(0, MINUTE, 10);
        SeriesSource results = engine.results(parsed("rate(x[5m])"), piece, remarks::add);
        assertThat(remarks).isEmpty();
        results.select(List.of(), new TimeRange(0, MINUTE));
        assertThat(remarks).containsExactly(remark);
      }
      assertThat(engine.warnings()).containsExactly("by design", "partial");
    }
  }

  @Test
  void goesOnWhereARunWasInterrupted(@TempDir Path folder) throws IOException {
    long now = 1_000_000_000_000L + System.currentTimeMillis();
    Path answers = folder.resolve("answers");
    AtomicBoolean down = new AtomicBoolean();
    try (FakeServer server = new FakeServer(url -> down.get() ? "400" : answer(url))) {
      PieceQuery first =
          new PieceQuery(server.api(), "x", KeptAnswers.in(answers, "there", Long.MAX_VALUE / 2));
      Piece piece = Piece.of(GRID).getFirst();
      Results asked = first.results(piece);
      down.set(true);
      KeptAnswers kept = KeptAnswers.in(answers, "there", System.currentTimeMillis());
      Results again = new PieceQuery(server.api(), "x", kept).results(piece);
      assertThat(again.series().keySet()).isEqualTo(asked.series().keySet());
      Samples one = asked.series().values().iterator().next();
      Samples other = again.series().values().iterator().next();
      assertThat(other.size()).isEqualTo(one.size());
      for (int i = 0; i < one.size(); i++) {
        assertThat(other.time(i)).isEqualTo(one.time(i));
        assertThat(other.value(i)).isEqualTo(one.value(i));
      }
      for (KeptAnswers others :
          List.of(
              KeptAnswers.in(answers, "elsewhere", now), KeptAnswers.in(answers, "there", now))) {
        PieceQuery query = new PieceQuery(server.api(), "x", others);
        assertThat(query.results(piece).lackWithin(TimeRange.ALL).orElseThrow())
            .contains("HTTP 400");
      }
      kept.finish();
      try (Stream<Path> left = Files.list(answers)) {
        assertThat(left).isEmpty();
      }
    }
  }

  @Test
  void readsDamagedAnswersAsNone(@TempDir Path folder) throws IOException {
    try (FakeServer server = new FakeServer(QueryRangeEngineTest::answer)) {
      Piece piece = Piece.of(GRID).getLast();
      KeptAnswers kept = KeptAnswers.in(folder, "there", System.currentTimeMillis());
      new PieceQuery(server.api(), "x", kept).results(piece);
      Path file;
      try (Stream<Path> files = Files.list(folder)) {
        file = files.findFirst().orElseThrow();
      }
      byte[] whole = Files.readAllBytes(file);
      for (int length = 0; length < whole.length; length++) {
        Files.write(file, Arrays.copyOf(whole, length));
        assertThat(kept.find("x", piece)).as("%d bytes", length).isEmpty();
      }
      for (int bit = 0; bit < whole.length * 8; bit++) {
        byte[] flipped = whole.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        Files.write(file, flipped);
        assertThat(kept.find("x", piece)).as("bit %d", bit).isEmpty();
      }
      Files.write(file, whole);
      assertThat(kept.find("x", piece)).isPresent();
    }
  }

  @Test
  void goesOnWhereAnswersCannotBeKept(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    KeptAnswers kept = KeptAnswers.in(file, "there", Long.MAX_VALUE / 2);
    try (FakeServer server = new FakeServer(QueryRangeEngineTest::answer)) {
      QueryRangeEngine engine = new QueryRangeEngine(server.api(), MINUTE, kept, List.of());
      TimeGrid piece = new TimeGrid(0, MINUTE, 10);
      assertThat(engine.results(parsed("x"), piece).select(List.of(), TimeRange.ALL)).isNotEmpty();
      assertThat(engine.warnings())
          .singleElement()
          .asString()
          .startsWith("answers are not kept, so that a run that is interrupted starts anew: ");
      kept.finish();
    }
  }

  @Test
  void removesAnswersThatAreTooOldAndNothingElse(@TempDir Path folder) throws IOException {
    String name = "0".repeat(64);
    for (String each : List.of(name, "answer12.new", "notes.txt", "1".repeat(64))) {
      Files.createFile(folder.resolve(each));
    }
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
    for (String each : List.of(name, "answer12.new", "notes.txt")) {
      Files.setLastModifiedTime(folder.resolve(each), old);
    }
    KeptAnswers.in(folder, "there", System.currentTimeMillis()).finish();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("notes.txt", "1".repeat(64));
    }
  }

  @Test
  void takesWhatIsTheSameInARangeOfSteps() throws IOException {
    try (FakeServer server = new FakeServer(QueryRangeEngineTest::answer)) {
      QueryRangeEngine engine = engine(server);
      assertThat(engine.takes(parsed("sum(rate(x[5m] offset 1m)) > 3"))).isTrue();
      assertThat(engine.takes(parsed("x @ 100"))).isTrue();
      assertThat(engine.takes(parsed("x @ end()"))).isFalse();
      assertThat(engine.takes(parsed("max_over_time(x[1h:1m] @ start())"))).isFalse();
    }
  }

  @Test
  void saysTheStepOfSubqueriesThatLeaveItToTheServer() throws IOException {
    try (FakeServer server = new FakeServer(QueryRangeEngineTest::answer)) {
      Expr expr = parsed("max_over_time(sum(x)[1h:]) + max_over_time(x[1h:10s])");
      engine(server).results(expr, TimeGrid.instant(0)).select(List.of(), new TimeRange(0, 0));
      assertThat(server.asked.getFirst())
          .isEqualTo("max_over_time(sum(x)[1h:1m]) + max_over_time(x[1h:10s])");
    }
  }
}

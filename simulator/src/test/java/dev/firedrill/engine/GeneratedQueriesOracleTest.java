package dev.firedrill.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoNumber;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Asks a real Prometheus generated queries about generated series, as ranges and at instants.
///
/// `-Dfiredrill.oracle.queries=N` and `-Dfiredrill.oracle.seed=N` ask others.
@EnabledIfSystemProperty(named = "firedrill.oracles", matches = "true")
class GeneratedQueriesOracleTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long START = 1_795_165_000_000L;
  private static final int[] STEPS = {7_000, 15_000, 60_000, 117_000};
  private static final double TOLERANCE = 1e-7;

  private final SeriesStore store = new SeriesStore();
  private final Engine engine = new Engine(EngineOptions.DEFAULT);

  @Test
  void agreesWithPrometheusOnGeneratedQueries(@TempDir Path folder)
      throws IOException, InterruptedException {
    assumeTrue(Files.exists(PrometheusServer.PROMETHEUS), "needs /usr/bin/prometheus");
    Random random = new Random(Long.getLong("firedrill.oracle.seed", 20_261_121));
    List<Series> series = RandomSeries.of(random, START);
    series.forEach(store::add);
    RandomQueries queries = new RandomQueries(random);
    List<String> differing = new ArrayList<>();
    int answered = 0;
    int total = Integer.getInteger("firedrill.oracle.queries", 2_000);
    try (PrometheusServer server = PrometheusServer.startEmpty(folder)) {
      server.write(series);
      for (int i = 0; i < total; i++) {
        String query = queries.next();
        long first = START + 1 + 1000L * random.nextInt(3_000);
        int count = i % 2 == 0 ? 1 : 2 + random.nextInt(30);
        TimeGrid grid = new TimeGrid(first, STEPS[random.nextInt(STEPS.length)], count);
        Question question = new Question(server, query, grid);
        answered += question.theirs().isEmpty() ? 0 : 1;
        if (question.differs()) {
          differing.add(smallest(question).report());
        }
      }
    }
    assertThat(answered).as("queries answered with series").isGreaterThan(total / 2);
    assertThat(differing.size() + " differ\n" + String.join("\n", differing))
        .isEqualTo("0 differ\n");
  }

  // The smallest part that differs says most.
  private Question smallest(Question question) throws IOException, InterruptedException {
    List<Expr> parts =
        ExprWalk.all(Fixture.parse(question.query())).stream()
            .filter(part -> ValueTypes.of(part) != ValueType.RANGE_VECTOR)
            .filter(part -> ValueTypes.of(part) != ValueType.STRING)
            .sorted(Comparator.comparingInt(part -> Printer.print(part).length()))
            .toList();
    for (Expr part : parts) {
      Question smaller = new Question(question.server(), Printer.print(part), question.grid());
      if (smaller.differs()) {
        return smaller;
      }
    }
    return question;
  }

  private final class Question {
    private final PrometheusServer server;
    private final String query;
    private final TimeGrid grid;
    private final Map<String, Map<Long, Double>> ours;
    private final Map<String, Map<Long, Double>> theirs;

    Question(PrometheusServer server, String query, TimeGrid grid)
        throws IOException, InterruptedException {
      this.server = server;
      this.query = query;
      this.grid = grid;
      this.ours = ask();
      this.theirs =
          answer(
              grid.isSingle() ? server.query(query, grid.start()) : server.queryRange(query, grid));
    }

    String query() {
      return query;
    }

    TimeGrid grid() {
      return grid;
    }

    PrometheusServer server() {
      return server;
    }

    Map<String, Map<Long, Double>> theirs() {
      return theirs;
    }

    private Map<String, Map<Long, Double>> ask() {
      try {
        Expr expr = Fixture.parse(query);
        return points(
            (grid.isSingle()
                    ? engine.instant(expr, store, grid.start())
                    : engine.range(expr, store, grid))
                .result());
      } catch (EvaluationException e) {
        return error(e.text());
      }
    }

    // Since 3.0 a pair that the comparison drops counts as a match too.
    private boolean countsDropped() {
      return ours.keySet().toString().contains("error multiple matches") && !isError(theirs);
    }

    // Which of several errors is met first is left to the engines.
    private boolean bothFail() {
      return isError(ours) && isError(theirs);
    }

    boolean differs() {
      return !countsDropped()
          && !bothFail()
          && (!RandomQueries.isApproximate(query)
              ? !text(ours).equals(text(theirs))
              : !ours.keySet().equals(theirs.keySet())
                  || ours.keySet().stream()
                      .anyMatch(key -> !near(pointsOf(ours, key), pointsOf(theirs, key))));
    }

    private static Map<Long, Double> pointsOf(Map<String, Map<Long, Double>> all, String key) {
      return all.getOrDefault(key, Map.of());
    }

    String report() {
      List<String> lines = new ArrayList<>();
      lines.add(query + " from " + grid.start() + " by " + grid.step() + " x " + grid.count());
      if (!ours.keySet().equals(theirs.keySet())) {
        lines.add("  ours " + ours.keySet() + "\n  theirs " + theirs.keySet());
      }
      ours.forEach(
          (key, points) -> {
            Map<Long, Double> other = theirs.getOrDefault(key, Map.of());
            if (!points.toString().equals(other.toString())) {
              lines.add("  " + key + "\n    ours " + points + "\n    theirs " + other);
            }
          });
      return String.join("\n", lines.subList(0, Math.min(lines.size(), 3)));
    }
  }

  private static boolean near(Map<Long, Double> ours, Map<Long, Double> theirs) {
    if (!ours.keySet().equals(theirs.keySet())) {
      return false;
    }
    return ours.entrySet().stream()
        .allMatch(
            point -> {
              double a = point.getValue();
              double b = theirs.getOrDefault(point.getKey(), Double.NaN);
              // Infinities among the values spread as NaN only since 3.0.
              return Double.isNaN(a)
                  || Double.compare(a, b) == 0
                  || Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
            });
  }

  // Shortest digits that read back as the same double, so equal texts are equal bits.
  private static Map<String, List<String>> text(Map<String, Map<Long, Double>> answer) {
    Map<String, List<String>> text = new TreeMap<>();
    answer.forEach(
        (labels, points) -> {
          List<String> line = new ArrayList<>();
          points.forEach((time, value) -> line.add(GoFloat.plain(value) + "@" + time));
          text.put(labels, line);
        });
    return text;
  }

  private Map<String, Map<Long, Double>> points(QueryResult result) {
    Map<String, Map<Long, Double>> points = new TreeMap<>();
    switch (result) {
      case QueryResult.Scalar scalar ->
          points.put("{}", new TreeMap<>(Map.of(scalar.time(), scalar.value())));
      case QueryResult.Text text -> throw new IllegalStateException(text.value());
      case QueryResult.Vector vector ->
          vector
              .samples()
              .forEach(
                  s ->
                      points.put(
                          s.labels().toString(), new TreeMap<>(Map.of(vector.time(), s.value()))));
      case QueryResult.Matrix matrix ->
          matrix.series().forEach(s -> points.put(s.labels().toString(), points(s.samples())));
    }
    return points;
  }

  private static Map<Long, Double> points(Samples samples) {
    Map<Long, Double> points = new TreeMap<>();
    for (int i = 0; i < samples.size(); i++) {
      points.put(samples.time(i), samples.value(i));
    }
    return points;
  }

  private static Map<String, Map<Long, Double>> answer(String json) throws IOException {
    JsonNode answer = JSON.readTree(json);
    if (!answer.path("status").asText().equals("success")) {
      return error(answer.path("error").asText());
    }
    Map<String, Map<Long, Double>> series = new TreeMap<>();
    JsonNode data = answer.path("data");
    if (data.path("resultType").asText().equals("scalar")) {
      series.put("{}", new TreeMap<>());
      point(data.path("result"), series.get("{}"));
      return series;
    }
    for (JsonNode one : data.path("result")) {
      Labels.Builder labels = new Labels.Builder();
      one.path("metric").properties().forEach(l -> labels.set(l.getKey(), l.getValue().asText()));
      Map<Long, Double> points = new TreeMap<>();
      one.path("values").forEach(point -> point(point, points));
      if (one.has("value")) {
        point(one.path("value"), points);
      }
      series.put(labels.build().toString(), points);
    }
    return series;
  }

  private static boolean isError(Map<String, Map<Long, Double>> answer) {
    return answer.keySet().stream().anyMatch(key -> key.startsWith("error "));
  }

  // Older servers name the duplicates that they meet first, newer ones those that sort first.
  private static Map<String, Map<Long, Double>> error(String text) {
    int named = text.indexOf(" for the match group");
    return Map.of("error " + (named < 0 ? text : text.substring(0, named)), Map.of());
  }

  private static void point(JsonNode pair, Map<Long, Double> into) {
    double value = GoNumber.parseFloat(pair.get(1).asText());
    into.put(Math.round(pair.get(0).asDouble() * 1000), value);
  }
}

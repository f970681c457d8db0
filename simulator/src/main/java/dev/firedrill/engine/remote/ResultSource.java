package dev.firedrill.engine.remote;

import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The results of one expression at the steps of a grid: pieces of time are asked for some way
/// ahead, and let go of when they lie behind.
final class ResultSource implements SeriesSource {
  // Pieces under way before they are needed; how many requests go out at a time, the client says.
  private static final int AHEAD = 2;

  private final Expr expr;
  private final TimeGrid grid;
  private final PieceQuery query;
  private final Executor threads;
  private final Consumer<String> remarks;
  private final List<Piece> pieces;
  private final List<@Nullable CompletableFuture<Results>> under;

  /// @param remarks takes what PromQL remarks on results that are read
  ResultSource(
      Expr expr, TimeGrid grid, PieceQuery query, Executor threads, Consumer<String> remarks) {
    this.expr = expr;
    this.grid = grid;
    this.query = query;
    this.threads = threads;
    this.remarks = remarks;
    this.pieces = Piece.of(grid);
    this.under = new ArrayList<>();
    pieces.forEach(_ -> under.add(null));
    begin(0);
  }

  @Override
  public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
    Map<Labels, Samples> found = new TreeMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.end() >= range.first() && piece.start() <= range.last()) {
        Results results = results(i);
        results.remarks().forEach(remarks);
        results.lackWithin(range).ifPresent(this::fail);
        results.series().forEach((labels, samples) -> add(found, labels, samples, range));
      } else if (piece.end() < range.first()) {
        under.set(i, null);
      }
    }
    long last = Math.min(range.last(), grid.end());
    List<Series> selected = new ArrayList<>();
    found.forEach(
        (labels, samples) ->
            selected.add(new Series(labels, SampleRuns.withEnds(samples, grid.step(), last))));
    return selected;
  }

  @Override
  public Optional<TimeRange> extent() {
    return Optional.of(new TimeRange(grid.start(), grid.end()));
  }

  private static void add(
      Map<Labels, Samples> found, Labels labels, Samples samples, TimeRange range) {
    Samples within = samples.between(range.first(), range.last());
    if (within.isEmpty()) {
      return;
    }
    Samples all = found.computeIfAbsent(labels, _ -> new Samples());
    for (int i = 0; i < within.size(); i++) {
      all.append(within.time(i), within.value(i));
    }
  }

  private void fail(String text) {
    throw new EvaluationException(text, expr.span());
  }

  private Results results(int index) {
    begin(index);
    CompletableFuture<Results> asked = Objects.requireNonNull(under.get(index));
    try {
      return asked.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof PieceQuery.PieceException refused) {
        throw new EvaluationException(refused.text(), expr.span());
      }
      if (e.getCause() instanceof RuntimeException other) {
        throw other;
      }
      throw e;
    }
  }

  /// Has the pieces from one on asked for, as far ahead as is good.
  private void begin(int index) {
    for (int i = index; i < Math.min(pieces.size(), index + AHEAD); i++) {
      if (under.get(i) == null) {
        Piece piece = pieces.get(i);
        under.set(i, CompletableFuture.supplyAsync(() -> query.results(piece), threads));
      }
    }
  }
}

package dev.firedrill.engine.remote;

import dev.firedrill.client.PrometheusApi;
import dev.firedrill.engine.RemoteEngine;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.series.SeriesSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The engine of a Prometheus-compatible server, asked by `query_range`.
public final class QueryRangeEngine implements RemoteEngine {
  // Waiting for a server takes no thread of the machine; the client bounds the requests.
  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

  private final PrometheusApi server;
  private final long subqueryStep;
  private final KeptAnswers kept;
  private final List<String> differences;
  private final Predicate<Expr> held;

  /// An engine that is not asked for anything yet.
  ///
  /// @param subqueryStep milliseconds between the steps of subqueries that do not say
  /// @param kept answers of a run that was interrupted
  /// @param differences of the server's results from Prometheus's, in words
  public QueryRangeEngine(
      PrometheusApi server, long subqueryStep, KeptAnswers kept, List<String> differences) {
    this(server, subqueryStep, kept, List.copyOf(differences), expr -> false);
  }

  private QueryRangeEngine(
      PrometheusApi server,
      long subqueryStep,
      KeptAnswers kept,
      List<String> differences,
      Predicate<Expr> held) {
    this.server = server;
    this.subqueryStep = subqueryStep;
    this.kept = kept;
    this.differences = differences;
    this.held = held;
  }

  /// {@return the same engine without expressions for which what the server stores is not to be
  ///     read}
  public QueryRangeEngine without(Predicate<Expr> expressions) {
    return new QueryRangeEngine(server, subqueryStep, kept, differences, held.or(expressions));
  }

  /// {@return the same engine with another step}
  /// @param millis between the steps of subqueries that do not say
  public QueryRangeEngine withSubqueryStep(long millis) {
    return new QueryRangeEngine(server, millis, kept, differences, held);
  }

  /// {@return what is to be known of the results: how they differ from Prometheus's by design, and
  ///     what the server said beside its answers so far}
  public List<String> warnings() {
    List<String> all = new ArrayList<>(differences);
    all.addAll(server.warnings());
    kept.trouble().ifPresent(all::add);
    return all;
  }

  /// {@return the server}
  public PrometheusApi server() {
    return server;
  }

  @Override
  public boolean takes(Expr expr) {
    // To a rule each step is a query of its own, which starts, ends and has no range there.
    return !held.test(expr)
        && ExprWalk.all(expr).stream().noneMatch(QueryRangeEngine::dependsOnRange);
  }

  private static boolean dependsOnRange(Expr expr) {
    return switch (expr) {
      case Expr.InstantSelector selector -> dependsOnRange(selector.modifiers());
      case Expr.RangeSelector range -> !(range.range() instanceof DurationExpr.Literal);
      case Expr.Subquery subquery ->
          dependsOnRange(subquery.modifiers())
              || !(subquery.range() instanceof DurationExpr.Literal)
              || (subquery.step() != null && !(subquery.step() instanceof DurationExpr.Literal));
      case Expr.NumberLiteral _,
          Expr.StringLiteral _,
          Expr.Paren _,
          Expr.Unary _,
          Expr.Binary _,
          Expr.Aggregation _,
          Expr.Call _ ->
          false;
    };
  }

  private static boolean dependsOnRange(Modifiers modifiers) {
    DurationExpr offset = modifiers.offset();
    return modifiers.at() instanceof Modifiers.At.Start
        || modifiers.at() instanceof Modifiers.At.End
        || (offset != null && !(offset instanceof DurationExpr.Literal));
  }

  @Override
  public SeriesSource results(Expr expr, TimeGrid grid, Consumer<String> remarks) {
    PieceQuery query = new PieceQuery(server, text(expr), kept);
    return new ResultSource(expr, grid, query, THREADS, remarks);
  }

  /// The expression with the steps of subqueries that it leaves to the server's settings.
  private String text(Expr expr) {
    Expr whole = ExprWalk.fold(expr, (each, parts) -> stepped(ExprWalk.withChildren(each, parts)));
    return Printer.print(whole);
  }

  private Expr stepped(Expr expr) {
    if (!(expr instanceof Expr.Subquery subquery) || subquery.step() != null) {
      return expr;
    }
    DurationExpr step = new DurationExpr.Literal(subqueryStep / 1000.0, true, subquery.span());
    return new Expr.Subquery(
        subquery.inner(), subquery.range(), step, subquery.modifiers(), subquery.span());
  }
}

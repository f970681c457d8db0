package dev.firedrill.rules.run;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.Evaluation;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.series.SeriesSource;
import java.util.List;
import java.util.function.Consumer;

/// A rule's expression evaluated step by step, on what is there at the step.
///
/// @param remarks takes what PromQL remarks, as Prometheus's API gives it
public record StepQuery(Engine engine, SeriesSource source, Expr expr, Consumer<String> remarks)
    implements RuleQuery {
  /// Where nobody wants remarks.
  public StepQuery(Engine engine, SeriesSource source, Expr expr) {
    this(engine, source, expr, _ -> {});
  }

  @Override
  public List<QueryResult.Sample> at(long time) throws RuleException {
    QueryResult result;
    try {
      Evaluation evaluation = engine.instant(expr, source, time);
      evaluation.annotations().forEach(each -> remarks.accept(each.prefixed()));
      result = evaluation.result();
    } catch (EvaluationException e) {
      throw new RuleException(e.text(), e.span());
    }
    return switch (result) {
      case QueryResult.Vector vector -> vector.samples();
      case QueryResult.Scalar scalar ->
          List.of(new QueryResult.Sample(Labels.EMPTY, scalar.value()));
      case QueryResult.Matrix matrix -> throw noVector();
      case QueryResult.Text text -> throw noVector();
    };
  }

  private static RuleException noVector() {
    return new RuleException("rule result is not a vector or scalar");
  }
}

package dev.firedrill.rules.run;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.series.SeriesSource;
import java.util.List;

/// A rule's expression evaluated step by step, on what is there at the step.
public record StepQuery(Engine engine, SeriesSource source, Expr expr) implements RuleQuery {
  @Override
  public List<QueryResult.Sample> at(long time) throws RuleException {
    QueryResult result;
    try {
      result = engine.instant(expr, source, time).result();
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

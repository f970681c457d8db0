package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;

/// Takes the metric names off that were to go at the end.
public final class RemoveNames implements Operator {
  private final Operator inner;
  private final LabelMapping mapping;
  private final Span span;

  private RemoveNames(Operator inner, LabelMapping mapping, Span span) {
    this.inner = inner;
    this.mapping = mapping;
    this.span = span;
  }

  /// {@return an operator without marks: this one itself where it has none}
  /// @param span the expression to blame where two series become one
  public static Operator from(Operator inner, Span span) {
    List<Labels> labels = new ArrayList<>();
    boolean any = false;
    for (int i = 0; i < inner.series().size(); i++) {
      boolean loses = inner.losesName(i);
      any |= loses;
      labels.add(loses ? MetricName.drop(inner.series().get(i)) : inner.series().get(i));
    }
    return any ? new RemoveNames(inner, LabelMapping.of(labels), span) : inner;
  }

  @Override
  public List<Labels> series() {
    return mapping.outputs();
  }

  @Override
  public boolean mayHoldHistograms() {
    return inner.mayHoldHistograms();
  }

  @Override
  public void fill(int first, Batch out) {
    mapping.copyAll(inner.batch(first, out.steps()), out, span);
  }

  @Override
  public String describe() {
    return "remove metric names";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(inner);
  }
}

package dev.firedrill.engine;

import java.util.List;

/// A result and what there is to say about it.
public record Evaluation(QueryResult result, List<Annotation> annotations) {
  public Evaluation {
    annotations = List.copyOf(annotations);
  }
}

package dev.firedrill.rules.run;

import dev.firedrill.engine.QueryResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query that several evaluators ask at the same times, one after the other, and that is
/// evaluated for the first of them alone.
final class SharedQuery implements RuleQuery {
  private final RuleQuery query;
  private boolean asked;
  private long time;
  private List<QueryResult.Sample> samples = List.of();
  private @Nullable RuleException failure;

  SharedQuery(RuleQuery query) {
    this.query = query;
  }

  @Override
  public List<QueryResult.Sample> at(long at) throws RuleException {
    if (!asked || at != time) {
      ask(at);
    }
    RuleException failed = failure;
    if (failed != null) {
      throw failed;
    }
    return samples;
  }

  private void ask(long at) {
    asked = true;
    time = at;
    failure = null;
    samples = List.of();
    try {
      samples = query.at(at);
    } catch (RuleException e) {
      failure = e;
    }
  }

  @Override
  public void begin(long next) {
    query.begin(next);
  }

  @Override
  public void forget() {
    query.forget();
  }
}

package dev.firedrill.lint.check.online;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Inquiry;
import dev.firedrill.lint.OnlineCheck;
import dev.firedrill.lint.RuleExpression;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.flow.MetricKind;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A counter function takes each decrease of a gauge for a reset, and adds what was before.
@AutoService(Check.class)
public final class MetricType implements OnlineCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "online/metric-type",
          Severity.WARNING,
          "counter function on what its metadata says is a gauge");
  private static final Set<String> COUNTER_FUNCTIONS =
      Set.of("rate", "irate", "increase", "resets");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public List<Diagnostic> check(RuleExpression expr, Inquiry inquiry) {
    List<Diagnostic> found = new ArrayList<>();
    for (Expr part : expr.parts()) {
      if (part instanceof Call call && COUNTER_FUNCTIONS.contains(call.function().name())) {
        check(call, expr, inquiry).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Diagnostic> check(Call call, RuleExpression expr, Inquiry inquiry) {
    if (!(ExprWalk.unwrapped(call.arguments().getFirst()) instanceof RangeSelector range)) {
      return Optional.empty();
    }
    String metric = range.series().name();
    if (metric == null || inquiry.rules().types().of(metric).orElse(null) != MetricKind.GAUGE) {
      return Optional.empty();
    }
    String function = call.function().name();
    String instead =
        switch (function) {
          case "rate", "irate" -> "use deriv() for its slope";
          case "increase" -> "use delta() for its change";
          default -> "use changes() to count its changes";
        };
    return Optional.of(
        inquiry
            .at(
                expr.locate(call),
                "`"
                    + metric
                    + "` is a gauge by its metadata, and "
                    + function
                    + "() is for counters")
            .withHelp(instead));
  }
}

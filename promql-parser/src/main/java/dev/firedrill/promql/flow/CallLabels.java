package dev.firedrill.promql.flow;

import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.StringLiteral;
import dev.firedrill.promql.flow.LabelFlow.Carried;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which labels the results of functions carry.
final class CallLabels {
  private static final String BUCKET_BOUND = "le";

  private CallLabels() {}

  static LabelFlow of(Call call, LabelFlow series) {
    List<Expr> arguments = call.arguments();
    return switch (call.function().name()) {
      case "sort",
          "sort_desc",
          "sort_by_label",
          "sort_by_label_desc",
          "first_over_time",
          "last_over_time" ->
          series;
      case "label_replace" -> replaced(arguments, series);
      case "label_join" -> joined(arguments, series);
      case "histogram_quantile", "histogram_fraction" ->
          series.withoutName().without(Set.of(BUCKET_BOUND));
      case "histogram_quantiles" ->
          arguments.get(1) instanceof StringLiteral label
              ? series.withoutName().without(Set.of(BUCKET_BOUND)).withSure(label.value())
              : LabelFlow.ANY;
      // What the info metrics add is known to the server only.
      case "info" -> opened(series);
      default -> series.withoutName();
    };
  }

  private static LabelFlow opened(LabelFlow series) {
    return new LabelFlow(series.sure(), true, Set.of(), series.values(), series.choices());
  }

  private static LabelFlow replaced(List<Expr> arguments, LabelFlow series) {
    if (!(arguments.get(1) instanceof StringLiteral target)
        || !(arguments.get(2) instanceof StringLiteral replacement)) {
      return LabelFlow.ANY;
    }
    String label = target.value();
    String value = replacement.value();
    boolean fixed = !value.isEmpty() && value.indexOf('$') < 0;
    if (fixed && matchesAll(arguments.get(3), arguments.get(4))) {
      return series.withValue(label, value);
    }
    if (value.isEmpty() && series.of(label) == Carried.NEVER) {
      return series;
    }
    boolean stays = fixed && series.of(label) == Carried.SURELY;
    return stays ? series.withSure(label) : series.withMaybe(label);
  }

  // Enough for what people write to set a label in any case.
  private static boolean matchesAll(Expr source, Expr regex) {
    if (!(regex instanceof StringLiteral text)) {
      return false;
    }
    // A label without a name is empty on every series.
    boolean nameless = source instanceof StringLiteral label && label.value().isEmpty();
    return text.value().equals(".*")
        || text.value().equals("(.*)")
        || (nameless && text.value().isEmpty());
  }

  private static LabelFlow joined(List<Expr> arguments, LabelFlow series) {
    if (!(arguments.get(1) instanceof StringLiteral target)) {
      return LabelFlow.ANY;
    }
    Set<String> sources = new HashSet<>();
    boolean filled =
        arguments.size() > 4
            && arguments.get(2) instanceof StringLiteral separator
            && !separator.value().isEmpty();
    for (Expr source : arguments.subList(Math.min(3, arguments.size()), arguments.size())) {
      if (source instanceof StringLiteral label) {
        sources.add(label.value());
        filled |= series.of(label.value()) == Carried.SURELY;
      }
    }
    if (filled) {
      return series.withSure(target.value());
    }
    boolean empty = sources.stream().allMatch(label -> series.of(label) == Carried.NEVER);
    if (empty) {
      return series.without(Set.of(target.value()));
    }
    return series.withMaybe(target.value());
  }
}

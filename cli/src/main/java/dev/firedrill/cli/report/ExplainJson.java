package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.flow.Facts;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.promql.flow.MetricKind;
import dev.firedrill.promql.flow.ValueRange;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.walk.ExprWalk;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is known of an expression and its parts, and the plan for it, as JSON.
///
/// @param plan a line for each box, indented by two blanks for each box above it; none where the
///     expression has no plan
public record ExplainJson(Parsed parsed, Flow flow, List<String> plan) implements Report {
  public ExplainJson {
    plan = List.copyOf(plan);
  }

  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object().name("expr").value(parsed.text());
    json.name("parts");
    part(json, parsed.expr());
    json.name("plan");
    if (plan.isEmpty()) {
      json.nothing();
    } else {
      box(json, 0, 0);
    }
    json.end();
    out.append(text).append('\n');
  }

  private void part(Json json, Expr expr) {
    Facts facts = flow.of(expr);
    json.object().name("node").value(ExprTree.title(expr));
    json.name("type").value(facts.type().title());
    json.name("text").value(ExprTree.source(parsed, expr));
    if (facts.type() == ValueType.INSTANT_VECTOR || facts.type() == ValueType.RANGE_VECTOR) {
      labels(json, facts.labels());
      json.name("presence").value(facts.presence().name().toLowerCase(Locale.ROOT));
    }
    if (facts.type() != ValueType.STRING) {
      values(json, facts);
    }
    json.name("parts").array();
    ExprWalk.children(expr).forEach(child -> part(json, child));
    json.end().end();
  }

  private static void labels(Json json, LabelFlow flow) {
    json.name("labels").object().name("surely").object();
    for (String label : new TreeSet<>(flow.sure())) {
      String value = flow.values().get(label);
      json.name(label);
      if (value == null) {
        json.nothing();
      } else {
        json.value(value);
      }
    }
    json.end();
    strings(json, "perhaps", FactWords.maybe(flow));
    strings(json, "never", FactWords.never(flow));
    json.name("others").value(flow.open()).end();
  }

  private static void strings(Json json, String name, List<String> values) {
    json.name(name).array();
    values.forEach(json::value);
    json.end();
  }

  private static void values(Json json, Facts facts) {
    String kind = facts.kind() == MetricKind.UNKNOWN ? null : facts.kind().name();
    text(json, "kind", kind == null ? null : kind.toLowerCase(Locale.ROOT));
    text(json, "unit", FactWords.unit(facts.unit()).orElse(null));
    ValueRange range = facts.range();
    // Infinities are null.
    json.name("min").value(range.isEmpty() ? Double.NaN : range.min());
    json.name("max").value(range.isEmpty() ? Double.NaN : range.max());
  }

  private static void text(Json json, String name, @Nullable String text) {
    json.name(name);
    if (text == null) {
      json.nothing();
    } else {
      json.value(text);
    }
  }

  /// Writes a box and those below it.
  ///
  /// @return the index of the line after them
  private int box(Json json, int index, int depth) {
    json.object().name("box").value(plan.get(index).strip()).name("inputs").array();
    int next = index + 1;
    while (next < plan.size() && depth(plan.get(next)) > depth) {
      next = box(json, next, depth + 1);
    }
    json.end().end();
    return next;
  }

  private static int depth(String line) {
    return (line.length() - line.stripLeading().length()) / 2;
  }
}

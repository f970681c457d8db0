package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Utf8;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Grouping;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.ast.VectorMatching;
import dev.firedrill.promql.ast.VectorMatching.Compared;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes a tree as JSON with the names of the nodes and fields of Prometheus's own tree.
///
/// Positions are byte offsets; fields that hold nothing are left out. Works through a list of what
/// is yet to be written rather than by recursion, so that long chains are no danger.
public final class AstJson {
  private final int[] byteOffsets;
  private final Deque<Object> pending = new ArrayDeque<>();
  private final StringBuilder out = new StringBuilder();

  private AstJson(String text) {
    this.byteOffsets = byteOffsets(text);
  }

  /// {@return a tree as one line of JSON}
  ///
  /// @param text what the tree was read from
  public static String write(Expr expr, String text) {
    AstJson json = new AstJson(text);
    json.pending.push(expr);
    while (!json.pending.isEmpty()) {
      json.writeNext(json.pending.pop());
    }
    return json.out.toString();
  }

  private static int[] byteOffsets(String text) {
    int[] offsets = new int[text.length() + 1];
    for (int i = 0; i < text.length(); ) {
      int size = Character.charCount(text.codePointAt(i));
      int next = offsets[i] + Utf8.length(text, i, i + size);
      for (int unit = 1; unit <= size; unit++) {
        offsets[i + unit] = next;
      }
      i += size;
    }
    return offsets;
  }

  private void writeNext(Object next) {
    if (next instanceof String text) {
      out.append(text);
    } else {
      JsonNode node = node((Expr) next);
      for (Object part : node.parts().reversed()) {
        pending.push(part);
      }
    }
  }

  private JsonNode node(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral n -> number(n.value(), n.duration(), n.span());
      case Expr.StringLiteral s ->
          new JsonNode("StringLiteral").text("Val", s.value()).raw("PosRange", range(s.span()));
      case Expr.Paren p ->
          new JsonNode("ParenExpr").part("Expr", p.inner()).raw("PosRange", range(p.span()));
      case Expr.Unary u ->
          new JsonNode("UnaryExpr")
              .text("Op", u.sign().symbol())
              .part("Expr", u.operand())
              .number("StartPos", start(u.span()));
      case Expr.Binary b -> binary(b);
      case Expr.Aggregation a -> aggregation(a);
      case Expr.Call c ->
          new JsonNode("Call")
              .text("Func", c.function().name())
              .parts("Args", c.arguments())
              .raw("PosRange", range(c.span()));
      case InstantSelector s -> selector(s);
      case Expr.RangeSelector r ->
          duration(
                  new JsonNode("MatrixSelector").part("VectorSelector", r.series()),
                  "Range",
                  r.range())
              .number("EndPos", end(r.span()));
      case Expr.Subquery s -> subquery(s);
    };
  }

  private JsonNode number(double value, boolean duration, Span span) {
    return new JsonNode("NumberLiteral")
        .value("Val", value)
        .flag("Duration", duration)
        .raw("PosRange", range(span));
  }

  private JsonNode binary(Expr.Binary binary) {
    JsonNode node =
        new JsonNode("BinaryExpr")
            .text("Op", binary.operator().symbol())
            .part("LHS", binary.left())
            .part("RHS", binary.right());
    if (ValueTypes.of(binary.right()) == ValueType.INSTANT_VECTOR
        && ValueTypes.of(binary.left()) == ValueType.INSTANT_VECTOR) {
      node.raw("VectorMatching", matching(binary.matching()).text());
    }
    return node.flag("ReturnBool", binary.returnBool());
  }

  private static JsonNode matching(VectorMatching matching) {
    String card = matching.cardinality().name().toLowerCase(Locale.ROOT).replace('_', '-');
    JsonNode node = new JsonNode("VectorMatching").text("Card", card);
    if (matching.compared() != Compared.ALL) {
      node.texts("MatchingLabels", matching.labels());
    }
    node.flag("On", matching.on());
    if (!matching.include().isEmpty()) {
      node.texts("Include", matching.include());
    }
    Double left = matching.fillLeft();
    Double right = matching.fillRight();
    if (left != null || right != null) {
      JsonNode fill = new JsonNode("FillValues");
      fill.valueIfAny("LHS", left).valueIfAny("RHS", right);
      node.raw("FillValues", fill.text());
    }
    return node;
  }

  private JsonNode aggregation(Expr.Aggregation aggregation) {
    Grouping grouping = aggregation.grouping();
    JsonNode node =
        new JsonNode("AggregateExpr")
            .text("Op", aggregation.operator().keyword())
            .part("Expr", aggregation.operand());
    Expr parameter = aggregation.parameter();
    if (parameter != null) {
      node.part("Param", parameter);
    }
    if (grouping.kind() != Grouping.Kind.ALL) {
      node.texts("Grouping", grouping.labels());
    }
    return node.flag("Without", grouping.without()).raw("PosRange", range(aggregation.span()));
  }

  private JsonNode selector(InstantSelector selector) {
    JsonNode node = new JsonNode("VectorSelector");
    String name = selector.name();
    if (name != null) {
      node.text("Name", name);
    }
    modifiers(node, selector.modifiers());
    node.flag("BypassEmptyMatcherCheck", selector.trusted());
    StringBuilder matchers = new StringBuilder("[");
    for (LabelMatcher matcher : selector.matchers()) {
      matchers.append(matchers.length() > 1 ? ", " : "");
      matchers.append("{\"name\": ").append(JsonNode.quoted(matcher.name()));
      matchers.append(", \"op\": ").append(JsonNode.quoted(matcher.operator().symbol()));
      matchers.append(", \"value\": ").append(JsonNode.quoted(matcher.value())).append('}');
    }
    return node.raw("LabelMatchers", matchers.append(']').toString())
        .raw("PosRange", range(selector.span()));
  }

  private JsonNode subquery(Expr.Subquery subquery) {
    JsonNode node = new JsonNode("SubqueryExpr").part("Expr", subquery.inner());
    duration(node, "Range", subquery.range());
    duration(node, "Step", subquery.step());
    modifiers(node, subquery.modifiers());
    return node.number("EndPos", end(subquery.span()));
  }

  private void modifiers(JsonNode node, Modifiers modifiers) {
    duration(node, "OriginalOffset", modifiers.offset());
    switch (modifiers.at()) {
      case Modifiers.At.Time(long millis) -> node.raw("Timestamp", Long.toString(millis));
      case Modifiers.At.Start _ -> node.text("StartOrEnd", "start");
      case Modifiers.At.End _ -> node.text("StartOrEnd", "end");
      case null -> {}
    }
    node.flag("Anchored", modifiers.edges() == Modifiers.Edges.ANCHORED);
    node.flag("Smoothed", modifiers.edges() == Modifiers.Edges.SMOOTHED);
  }

  private JsonNode duration(JsonNode node, String field, @Nullable DurationExpr duration) {
    return switch (duration) {
      case null -> node;
      case DurationExpr.Literal literal -> node.number(field + "_ms", literal.millis());
      case DurationExpr.Operation o when field.equals("OriginalOffset") && isSignedChoice(o) ->
          node.raw(field + "Expr", signedChoice(o).text());
      case DurationExpr other -> node.raw(field + "Expr", operation(other, false).text());
    };
  }

  private JsonNode operation(DurationExpr duration, boolean wrapped) {
    return switch (duration) {
      case DurationExpr.Literal l -> number(l.seconds(), l.duration(), l.span());
      case DurationExpr.Step s -> whole("step", s.span()).flag("Wrapped", wrapped);
      case DurationExpr.Range r -> whole("range", r.span()).flag("Wrapped", wrapped);
      case DurationExpr.Operation o -> operation(o);
    };
  }

  private JsonNode operation(DurationExpr.Operation operation) {
    DurationExpr left = operation.left();
    DurationExpr right = operation.right();
    boolean function = right instanceof DurationExpr.Step || right instanceof DurationExpr.Range;
    if (left == null && operation.wrapped() && function) {
      return operation(right, true);
    }
    JsonNode node = new JsonNode("DurationExpr").text("Op", operation.operator().symbol());
    if (left != null) {
      node.raw("LHS", operation(left, false).text());
    }
    node.raw("RHS", operation(right, false).text()).flag("Wrapped", operation.wrapped());
    boolean choice =
        operation.operator() == DurationExpr.Operator.MIN_OF
            || operation.operator() == DurationExpr.Operator.MAX_OF;
    if (choice || left == null) {
      node.number("StartPos", start(operation.span()));
    }
    boolean literal = left == null && right instanceof DurationExpr.Literal;
    return choice || literal ? node.number("EndPos", end(operation.span())) : node;
  }

  private JsonNode whole(String function, Span span) {
    return new JsonNode("DurationExpr")
        .text("Op", function)
        .number("StartPos", start(span))
        .number("EndPos", end(span));
  }

  private static boolean isSignedChoice(DurationExpr.Operation operation) {
    return operation.left() == null
        && operation.right() instanceof DurationExpr.Operation inner
        && !inner.wrapped()
        && inner.operator().compareTo(DurationExpr.Operator.MIN_OF) >= 0;
  }

  // Prometheus ends `offset -min_of(a, b)`, sign and call alike, where its last argument ends.
  private JsonNode signedChoice(DurationExpr.Operation sign) {
    DurationExpr.Operation call = (DurationExpr.Operation) sign.right();
    DurationExpr left = call.left();
    int end = end(call.right().span());
    JsonNode inner = new JsonNode("DurationExpr").text("Op", call.operator().symbol());
    if (left != null) {
      inner.raw("LHS", operation(left, false).text());
    }
    inner
        .raw("RHS", operation(call.right(), false).text())
        .number("StartPos", start(call.span()))
        .number("EndPos", end);
    return new JsonNode("DurationExpr")
        .text("Op", sign.operator().symbol())
        .raw("RHS", inner.text())
        .number("StartPos", start(sign.span()))
        .number("EndPos", end);
  }

  private int start(Span span) {
    return byteOffsets[span.start()];
  }

  private int end(Span span) {
    return byteOffsets[span.end()];
  }

  private String range(Span span) {
    return "[" + start(span) + ", " + end(span) + "]";
  }
}

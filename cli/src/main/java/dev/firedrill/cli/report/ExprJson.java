package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Grouping;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.ast.Modifiers.At;
import dev.firedrill.promql.ast.Modifiers.Edges;
import dev.firedrill.promql.ast.VectorMatching;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression's tree as JSON, with the names that Prometheus gives its nodes and fields; a field
/// that would hold nothing is left out. Positions are bytes from the start of the expression.
final class ExprJson {
  private final Json json;
  private final ByteOffsets offsets;
  private final DurationJson durations;

  ExprJson(Json json, String text) {
    this.json = json;
    this.offsets = new ByteOffsets(text);
    this.durations = new DurationJson(json, offsets);
  }

  void write(Expr expr) {
    json.object();
    switch (expr) {
      case Expr.NumberLiteral number -> number(number);
      case Expr.StringLiteral string -> string(string);
      case Expr.Paren paren -> {
        node("ParenExpr");
        child("Expr", paren.inner());
        offsets.writeRange(json, paren.span());
      }
      case Expr.Unary unary -> unary(unary);
      case Expr.Binary binary -> binary(binary);
      case Expr.Aggregation aggregation -> aggregation(aggregation);
      case Expr.Call call -> call(call);
      case Expr.InstantSelector selector -> selector(selector);
      case Expr.RangeSelector range -> range(range);
      case Expr.Subquery subquery -> subquery(subquery);
    }
    json.end();
  }

  private void node(String name) {
    json.name("node").value(name);
  }

  private void child(String name, Expr expr) {
    json.name(name);
    write(expr);
  }

  private void number(Expr.NumberLiteral number) {
    node("NumberLiteral");
    DurationJson.number(json, number.value());
    if (number.duration()) {
      json.name("Duration").value(true);
    }
    offsets.writeRange(json, number.span());
  }

  private void string(Expr.StringLiteral string) {
    node("StringLiteral");
    json.name("Val");
    RawText.write(json, string.value());
    offsets.writeRange(json, string.span());
  }

  private void unary(Expr.Unary unary) {
    node("UnaryExpr");
    json.name("Op").value(unary.sign().symbol());
    child("Expr", unary.operand());
    int start = offsets.of(unary.span().start());
    if (start != 0) {
      json.name("StartPos").value(start);
    }
  }

  private void binary(Expr.Binary binary) {
    node("BinaryExpr");
    json.name("Op").value(binary.operator().symbol());
    child("LHS", binary.left());
    child("RHS", binary.right());
    if (isVector(binary.left()) && isVector(binary.right())) {
      matching(binary.matching());
    }
    if (binary.returnBool()) {
      json.name("ReturnBool").value(true);
    }
  }

  private static boolean isVector(Expr expr) {
    return ValueTypes.of(expr) == ValueType.INSTANT_VECTOR;
  }

  private void matching(VectorMatching matching) {
    json.name("VectorMatching").object();
    node("VectorMatching");
    json.name("Card")
        .value(
            switch (matching.cardinality()) {
              case ONE_TO_ONE -> "one-to-one";
              case MANY_TO_ONE -> "many-to-one";
              case ONE_TO_MANY -> "one-to-many";
              case MANY_TO_MANY -> "many-to-many";
            });
    strings("MatchingLabels", matching.labels());
    if (matching.on()) {
      json.name("On").value(true);
    }
    strings("Include", matching.include());
    Double fillLeft = matching.fillLeft();
    Double fillRight = matching.fillRight();
    if (fillLeft != null || fillRight != null) {
      json.name("FillValues").object();
      fill("LHS", fillLeft);
      fill("RHS", fillRight);
      json.end();
    }
    json.end();
  }

  private void fill(String side, @Nullable Double value) {
    if (value != null) {
      DurationJson.number(json, side, value);
    }
  }

  private void aggregation(Expr.Aggregation aggregation) {
    node("AggregateExpr");
    json.name("Op").value(aggregation.operator().keyword());
    child("Expr", aggregation.operand());
    Expr parameter = aggregation.parameter();
    if (parameter != null) {
      child("Param", parameter);
    }
    Grouping grouping = aggregation.grouping();
    strings("Grouping", grouping.labels());
    if (grouping.without()) {
      json.name("Without").value(true);
    }
    offsets.writeRange(json, aggregation.span());
  }

  private void call(Expr.Call call) {
    node("Call");
    json.name("Func").value(call.function().name());
    json.name("Args").array();
    for (Expr argument : call.arguments()) {
      write(argument);
    }
    json.end();
    offsets.writeRange(json, call.span());
  }

  private void selector(Expr.InstantSelector selector) {
    node("VectorSelector");
    String name = selector.name();
    if (name != null) {
      json.name("Name").value(name);
    }
    json.name("LabelMatchers").array();
    for (LabelMatcher matcher : selector.matchers()) {
      json.object();
      json.name("name").value(matcher.name());
      json.name("op").value(matcher.operator().symbol());
      json.name("value");
      RawText.write(json, matcher.value());
      json.end();
    }
    json.end();
    modifiers(selector.modifiers());
    if (selector.trusted()) {
      json.name("BypassEmptyMatcherCheck").value(true);
    }
    offsets.writeRange(json, selector.span());
  }

  private void range(Expr.RangeSelector range) {
    node("MatrixSelector");
    child("VectorSelector", range.series());
    durations.write("Range", range.range());
    offsets.writeEnd(json, range.span());
  }

  private void subquery(Expr.Subquery subquery) {
    node("SubqueryExpr");
    child("Expr", subquery.inner());
    durations.write("Range", subquery.range());
    durations.write("Step", subquery.step());
    modifiers(subquery.modifiers());
    offsets.writeEnd(json, subquery.span());
  }

  private void modifiers(Modifiers modifiers) {
    At at = modifiers.at();
    if (at != null) {
      switch (at) {
        case At.Time time -> json.name("Timestamp").value(time.millis());
        case At.Start _ -> json.name("StartOrEnd").value("start");
        case At.End _ -> json.name("StartOrEnd").value("end");
      }
    }
    durations.write("OriginalOffset", modifiers.offset());
    if (modifiers.edges() == Edges.ANCHORED) {
      json.name("Anchored").value(true);
    }
    if (modifiers.edges() == Edges.SMOOTHED) {
      json.name("Smoothed").value(true);
    }
  }

  private void strings(String name, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    json.name(name).array();
    for (String value : values) {
      json.value(value);
    }
    json.end();
  }
}

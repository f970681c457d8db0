package dev.firedrill.replay.sweep;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Position;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.RuleExpr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The numbers and ranges of an expression, with their places, in the order of the text.
///
/// @param numbers as written, signs included
/// @param ranges of range selectors, as far as they are durations as written
/// @param subqueries ranges of subqueries likewise
record ExprPlaces(RuleExpr expr, List<Span> numbers, List<Span> ranges, List<Span> subqueries) {
  /// {@return what there is in the expression of a rule}
  static ExprPlaces of(RuleExpr expr) {
    ExprPlaces places =
        new ExprPlaces(expr, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (expr.result() instanceof ParseResult.Parsed parsed) {
      ExprWalk.forEach(parsed.expr(), places::add);
    }
    return places;
  }

  private void add(Expr part) {
    switch (part) {
      case Expr.NumberLiteral number -> numbers.add(number.span());
      case Expr.RangeSelector selector -> add(selector.range(), ranges);
      case Expr.Subquery subquery -> add(subquery.range(), subqueries);
      case Expr.StringLiteral _,
          Expr.Paren _,
          Expr.Unary _,
          Expr.Binary _,
          Expr.Aggregation _,
          Expr.Call _,
          Expr.InstantSelector _ -> {}
    }
  }

  private static void add(DurationExpr range, List<Span> into) {
    if (range instanceof DurationExpr.Literal literal) {
      into.add(literal.span());
    }
  }

  /// {@return the text at a place}
  String text(Span place) {
    return expr.source().text().substring(place.start(), place.end()).strip();
  }

  /// {@return what is written at the places: one text where it is the same at all}
  String texts(List<Span> places) {
    return String.join("/", places.stream().map(this::text).distinct().toList());
  }

  /// {@return texts with their lines and columns: `0.9 (7:15), 5m (7:31, 8:2)`}
  String listed(List<Span> places) {
    Map<String, List<String>> byText = new LinkedHashMap<>();
    for (Span place : places) {
      Position start = expr.source().locate(place).start();
      byText
          .computeIfAbsent(text(place), text -> new ArrayList<>())
          .add(start.line() + ":" + start.column());
    }
    List<String> words = new ArrayList<>();
    byText.forEach((text, where) -> words.add(text + " (" + String.join(", ", where) + ")"));
    return String.join(", ", words);
  }

  /// {@return the path of the file}
  String path() {
    return expr.source().file().path();
  }

  /// {@return the place in the file, as in diagnostics}
  String where(Span place) {
    Location location = expr.source().locate(place);
    return location.file().path() + ":" + location.start().line() + ":" + location.start().column();
  }
}

package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.promql.ast.DurationExpr;
import org.jspecify.annotations.Nullable;

/// Durations of an expression as JSON: milliseconds where they are literal, else their own tree.
final class DurationJson {
  private final Json json;
  private final ByteOffsets offsets;

  DurationJson(Json json, ByteOffsets offsets) {
    this.json = json;
    this.offsets = offsets;
  }

  /// Writes `NAME_ms` or `NAMEExpr`; nothing for null.
  void write(String name, @Nullable DurationExpr duration) {
    if (duration == null) {
      return;
    }
    if (duration instanceof DurationExpr.Literal literal) {
      json.name(name + "_ms").value(literal.millis());
    } else {
      json.name(name + "Expr");
      write(duration);
    }
  }

  private void write(DurationExpr duration) {
    json.object();
    switch (duration) {
      case DurationExpr.Literal literal -> {
        json.name("node").value("NumberLiteral");
        number(json, literal.seconds());
        if (literal.duration()) {
          json.name("Duration").value(true);
        }
        offsets.writeRange(json, literal.span());
      }
      case DurationExpr.Step step -> leaf("step", step);
      case DurationExpr.Range range -> leaf("range", range);
      case DurationExpr.Operation operation -> operation(operation);
    }
    json.end();
  }

  private void leaf(String name, DurationExpr duration) {
    json.name("node").value("DurationExpr");
    json.name("Op").value(name);
    json.name("StartPos").value(offsets.of(duration.span().start()));
    offsets.writeEnd(json, duration.span());
  }

  private void operation(DurationExpr.Operation operation) {
    json.name("node").value("DurationExpr");
    json.name("Op").value(operation.operator().symbol());
    DurationExpr left = operation.left();
    if (left != null) {
      json.name("LHS");
      write(left);
    }
    json.name("RHS");
    write(operation.right());
    if (operation.wrapped()) {
      json.name("Wrapped").value(true);
    }
    boolean function =
        switch (operation.operator()) {
          case MIN_OF, MAX_OF -> true;
          case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, POWER -> false;
        };
    if (function || left == null) {
      json.name("StartPos").value(offsets.of(operation.span().start()));
    }
    if (function) {
      offsets.writeEnd(json, operation.span());
    }
  }

  /// Writes the field `Val`.
  static void number(Json json, double value) {
    number(json, "Val", value);
  }

  /// Writes a number; as a string where JSON has no number for it.
  static void number(Json json, String name, double value) {
    json.name(name);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      json.value(GoFloat.plain(value));
    } else {
      json.value(value);
    }
  }
}

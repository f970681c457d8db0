package dev.firedrill.template;

import dev.firedrill.diagnostic.Span;
import java.util.List;

/// What a command is made of.
public sealed interface Operand {
  /// {@return where it stands in the text of its template}
  Span span();

  /// {@return the offset that Go's messages name: the start, save for what reads several fields}
  default int position() {
    return span().start();
  }

  /// The value that `.` stands for.
  record Dot(Span span) implements Operand {}

  /// `nil`.
  record Nil(Span span) implements Operand {}

  /// `true` or `false`.
  record BoolLiteral(boolean value, Span span) implements Operand {}

  /// A number or a character.
  record NumberLiteral(NumberConstant value, Span span) implements Operand {}

  /// A string.
  ///
  /// @param quoted as written
  /// @param value what it stands for
  record StringLiteral(String quoted, String value, Span span) implements Operand {}

  /// A function.
  record FunctionName(String name, Span span) implements Operand {}

  /// A variable and the fields read from it, `$x.a.b`.
  ///
  /// @param name with its `$`
  /// @param position for several names, where the first field's dot stands
  record Variable(String name, List<String> fields, int position, Span span) implements Operand {
    public Variable {
      fields = List.copyOf(fields);
    }
  }

  /// Fields read from the dot, `.a.b`.
  ///
  /// @param fields at least one, without dots
  /// @param position where the dot of the second field stands, if there is one
  record Field(List<String> fields, int position, Span span) implements Operand {
    public Field {
      fields = List.copyOf(fields);
    }
  }

  /// Fields read from a parenthesised pipeline or a function, `(f x).a.b`.
  ///
  /// @param position where the dot of the first field stands
  record Chain(Operand base, List<String> fields, int position, Span span) implements Operand {
    public Chain {
      fields = List.copyOf(fields);
    }
  }

  /// A pipeline in parentheses; the span includes them.
  record Parenthesized(Node.Pipeline pipeline, Span span) implements Operand {
    @Override
    public int position() {
      return pipeline.span().start();
    }
  }
}

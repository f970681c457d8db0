package dev.firedrill.template;

import dev.firedrill.labels.GoQuote;
import java.util.List;

/// Pieces of a template as Go's messages print them: spaces made one, trim markers left out.
public final class NodeText {
  private NodeText() {}

  /// {@return an operand as text}
  public static String of(Operand operand) {
    return switch (operand) {
      case Operand.Dot _ -> ".";
      case Operand.Nil _ -> "nil";
      case Operand.BoolLiteral literal -> literal.value() ? "true" : "false";
      case Operand.NumberLiteral literal -> literal.value().text();
      case Operand.StringLiteral literal -> literal.quoted();
      case Operand.FunctionName function -> function.name();
      case Operand.Variable variable -> variable.name() + dotted(variable.fields());
      case Operand.Field field -> dotted(field.fields());
      case Operand.Chain chain -> of(chain.base()) + dotted(chain.fields());
      case Operand.Parenthesized inner -> "(" + of(inner.pipeline()) + ")";
    };
  }

  /// {@return a pipeline as text}
  public static String of(Node.Pipeline pipeline) {
    StringBuilder out = new StringBuilder();
    if (!pipeline.variables().isEmpty()) {
      out.append(String.join(", ", pipeline.variables()));
      out.append(pipeline.assigns() ? " = " : " := ");
    }
    for (int i = 0; i < pipeline.commands().size(); i++) {
      out.append(i == 0 ? "" : " | ").append(of(pipeline.commands().get(i)));
    }
    return out.toString();
  }

  /// {@return a command as text}
  public static String of(Node.Command command) {
    StringBuilder out = new StringBuilder();
    for (Operand operand : command.operands()) {
      out.append(out.isEmpty() ? "" : " ").append(of(operand));
    }
    return out.toString();
  }

  /// {@return a call of a template as text}
  public static String of(Node.TemplateCall call) {
    Node.Pipeline argument = call.argument();
    String name = "{{template " + GoQuote.quote(call.name());
    return argument == null ? name + "}}" : name + " " + of(argument) + "}}";
  }

  private static String dotted(List<String> fields) {
    StringBuilder out = new StringBuilder();
    for (String field : fields) {
      out.append('.').append(field);
    }
    return out.toString();
  }
}

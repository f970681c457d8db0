package dev.firedrill.template;

import dev.firedrill.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a template. Every piece keeps the [Span] of text it was read from; that of an action
/// goes from its opening delimiter to its closing one, that of a control to its `{{end}}`.
public sealed interface Node {
  /// {@return where it stands in the text of its template}
  Span span();

  /// Text that is written as it is, already trimmed where a neighbour asks for it.
  record Text(String text, Span span) implements Node {}

  /// A pipeline whose value is written, unless it declares or assigns variables.
  record Action(Pipeline pipeline, Span span) implements Node {}

  /// `{{if}}`; an `{{else if}}` is an `If` alone in the `otherwise` of another.
  record If(Pipeline condition, Body then, Body otherwise, Span span) implements Node {}

  /// `{{with}}`.
  record With(Pipeline value, Body then, Body otherwise, Span span) implements Node {}

  /// `{{range}}`.
  record Range(Pipeline over, Body body, Body otherwise, Span span) implements Node {}

  /// `{{template}}`, and the use that a `{{block}}` makes of what it defines.
  ///
  /// @param argument null where none is given, which makes the dot nil
  /// @param nameSpan where the quoted name stands
  record TemplateCall(String name, @Nullable Pipeline argument, Span nameSpan, Span span)
      implements Node {}

  /// `{{break}}`.
  record Break(Span span) implements Node {}

  /// `{{continue}}`.
  record Continue(Span span) implements Node {}

  /// Pieces in the order of the text.
  ///
  /// @param written false for the `{{else}}` that nobody wrote
  record Body(List<Node> nodes, boolean written) {
    /// No `{{else}}` at all.
    public static final Body NONE = new Body(List.of(), false);

    public Body {
      nodes = List.copyOf(nodes);
    }

    /// {@return whether nothing but white space is in it}
    public boolean isBlank() {
      for (Node node : nodes) {
        if (!(node instanceof Text(String text, Span _)) || !isBlank(text)) {
          return false;
        }
      }
      return true;
    }

    private static boolean isBlank(String text) {
      return text.codePoints().allMatch(c -> Character.isWhitespace(c) || c == 0x85 || c == 0xa0);
    }
  }

  /// Commands, each of which gets the value of the one before it as its last argument.
  ///
  /// @param variables names, with their `$`, that the value is given to
  /// @param assigns whether they are assigned (`=`), not declared (`:=`)
  /// @param span from its first token to its last
  record Pipeline(List<String> variables, boolean assigns, List<Command> commands, Span span) {
    public Pipeline {
      variables = List.copyOf(variables);
      commands = List.copyOf(commands);
    }
  }

  /// A value, or a function or method and its arguments.
  ///
  /// @param operands at least one
  record Command(List<Operand> operands, Span span) {
    public Command {
      operands = List.copyOf(operands);
    }
  }
}

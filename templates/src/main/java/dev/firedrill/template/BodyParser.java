package dev.firedrill.template;

import dev.firedrill.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;

/// Reads text and actions of one template; pipelines are left to [PipelineParser].
final class BodyParser {
  private final TextParser text;
  private final TokenBuffer tokens;
  private final PipelineParser pipelines;
  private final List<String> variables;
  private int ranges;

  BodyParser(TextParser text, TokenBuffer tokens, Dialect dialect, List<String> variables) {
    this.text = text;
    this.tokens = tokens;
    this.variables = variables;
    variables.add("$");
    this.pipelines = new PipelineParser(tokens, dialect, variables);
  }

  /// {@return the variables in scope}
  List<String> variables() {
    return List.copyOf(variables);
  }

  /// What ends a body: `{{else}}` or `{{end}}`.
  record Stop(boolean isElse, Span span) {}

  /// A body and its end.
  record Ended(Node.Body body, Stop stop) {}

  /// Either a node or the end of the body it would have belonged to.
  private sealed interface Item {
    record Piece(Node node) implements Item {}

    record End(Stop stop) implements Item {}
  }

  /// Reads up to an `{{end}}` or `{{else}}`.
  ///
  /// @param opening the action whose body it is, for the message when the text ends before
  Ended body(Span opening) {
    List<Node> nodes = new ArrayList<>();
    while (tokens.peekNonSpace().kind() != TokenKind.END_OF_TEXT) {
      switch (item()) {
        case Item.Piece(Node node) -> nodes.add(node);
        case Item.End(Stop stop) -> {
          return new Ended(new Node.Body(nodes, true), stop);
        }
      }
    }
    throw tokens.fail("unexpected EOF", opening);
  }

  /// {@return the next text or action, where no body is open}
  Node node() {
    return switch (item()) {
      case Item.Piece(Node node) -> node;
      case Item.End(Stop stop) -> {
        String shown = stop.isElse ? "{{else}}" : "{{end}}";
        throw tokens.fail("unexpected " + shown, stop.span);
      }
    };
  }

  private Item item() {
    Token token = tokens.nextNonSpace();
    if (token.kind() == TokenKind.TEXT) {
      return new Item.Piece(new Node.Text(token.text(), token.span()));
    }
    if (token.kind() != TokenKind.LEFT_DELIMITER) {
      throw tokens.unexpected(token, "input");
    }
    tokens.actionLine(token.line());
    Item item = action(token.span());
    tokens.actionLine(0);
    return item;
  }

  private Item action(Span open) {
    Token token = tokens.nextNonSpace();
    return switch (token.kind()) {
      case ELSE -> new Item.End(otherwise(open));
      case END -> new Item.End(new Stop(false, open.to(close("end"))));
      case IF -> new Item.Piece(conditional(open));
      case WITH -> new Item.Piece(with(open));
      case RANGE -> new Item.Piece(range(open));
      case BREAK -> new Item.Piece(new Node.Break(leaveRange("{{break}}", token)));
      case CONTINUE -> new Item.Piece(new Node.Continue(leaveRange("{{continue}}", token)));
      case TEMPLATE -> new Item.Piece(templateCall(open));
      case BLOCK -> new Item.Piece(block(open));
      default -> {
        tokens.back();
        Node.Pipeline pipeline = pipelines.pipeline("command", TokenKind.RIGHT_DELIMITER);
        yield new Item.Piece(new Node.Action(pipeline, upToHere(open)));
      }
    };
  }

  private Span close(String context) {
    return tokens.expect(TokenKind.RIGHT_DELIMITER, context).span();
  }

  private Span upToHere(Span open) {
    return open.to(tokens.last().span());
  }

  /// An `{{else`: what follows it at once, `if` or `with`, stays to be read.
  private Stop otherwise(Span open) {
    Token next = tokens.peekNonSpace();
    if (next.kind() == TokenKind.IF || next.kind() == TokenKind.WITH) {
      return new Stop(true, open.to(next.span()));
    }
    return new Stop(true, open.to(close("else")));
  }

  private Node.If conditional(Span open) {
    Control control = control(open, "if", TokenKind.IF);
    return new Node.If(control.pipeline, control.body, control.otherwise, upToHere(open));
  }

  private Node.With with(Span open) {
    Control control = control(open, "with", TokenKind.WITH);
    return new Node.With(control.pipeline, control.body, control.otherwise, upToHere(open));
  }

  private Node.Range range(Span open) {
    Control control = control(open, "range", TokenKind.RANGE);
    return new Node.Range(control.pipeline, control.body, control.otherwise, upToHere(open));
  }

  private record Control(Node.Pipeline pipeline, Node.Body body, Node.Body otherwise) {}

  private Control control(Span open, String context, TokenKind kind) {
    text.enter(open);
    int outerVariables = variables.size();
    Node.Pipeline pipeline = pipelines.pipeline(context, TokenKind.RIGHT_DELIMITER);
    Span opening = upToHere(open);
    ranges += kind == TokenKind.RANGE ? 1 : 0;
    Ended body = body(opening);
    ranges -= kind == TokenKind.RANGE ? 1 : 0;
    Node.Body otherwise = Node.Body.NONE;
    if (body.stop.isElse()) {
      otherwise = otherwise(kind, body.stop, opening);
    }
    variables.subList(outerVariables, variables.size()).clear();
    text.leave();
    return new Control(pipeline, body.body, otherwise);
  }

  private Node.Body otherwise(TokenKind kind, Stop stop, Span opening) {
    TokenKind next = tokens.peek().kind();
    if (next == kind && kind != TokenKind.RANGE) {
      tokens.next();
      Span from = stop.span();
      Node chained = kind == TokenKind.IF ? conditional(from) : with(from);
      return new Node.Body(List.of(chained), true);
    }
    Ended otherwise = body(opening);
    if (otherwise.stop.isElse()) {
      throw tokens.fail("expected end; found {{else}}", otherwise.stop.span());
    }
    return otherwise.body;
  }

  private Span leaveRange(String shown, Token word) {
    close(shown);
    if (ranges == 0) {
      throw tokens.fail(shown + " outside {{range}}", word.span());
    }
    return word.span();
  }

  private Node.TemplateCall templateCall(Span open) {
    String context = "template clause";
    Token name = templateName(context);
    if (tokens.nextNonSpace().kind() == TokenKind.RIGHT_DELIMITER) {
      return new Node.TemplateCall(text.unquoted(name), null, name.span(), upToHere(open));
    }
    tokens.back();
    Node.Pipeline argument = pipelines.pipeline(context, TokenKind.RIGHT_DELIMITER);
    return new Node.TemplateCall(text.unquoted(name), argument, name.span(), upToHere(open));
  }

  private Node.TemplateCall block(Span open) {
    String context = "block clause";
    Token name = templateName(context);
    Node.Pipeline argument = pipelines.pipeline(context, TokenKind.RIGHT_DELIMITER);
    text.enter(open);
    text.separate(text.unquoted(name), context, upToHere(open));
    text.leave();
    return new Node.TemplateCall(text.unquoted(name), argument, name.span(), upToHere(open));
  }

  private Token templateName(String context) {
    Token name = tokens.nextNonSpace();
    if (name.kind() != TokenKind.STRING && name.kind() != TokenKind.RAW_STRING) {
      throw tokens.unexpected(name, context);
    }
    text.unquoted(name);
    return name;
  }
}

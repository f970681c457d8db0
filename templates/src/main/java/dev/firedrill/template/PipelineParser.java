package dev.firedrill.template;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoQuote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what stands inside an action: variables, commands, operands.
final class PipelineParser {
  /// Levels of parentheses; Go has ten thousand, which nobody writes.
  static final int MAX_PARENTHESES = 200;

  private final TokenBuffer tokens;
  private final Dialect dialect;
  private final List<String> variables;
  private int parentheses;

  PipelineParser(TokenBuffer tokens, Dialect dialect, List<String> variables) {
    this.tokens = tokens;
    this.dialect = dialect;
    this.variables = variables;
  }

  /// Reads a pipeline and the token that ends it; variables it declares come into scope.
  ///
  /// @param context what Go's messages call it
  Node.Pipeline pipeline(String context, TokenKind end) {
    Span start = tokens.peekNonSpace().span();
    List<String> declared = new ArrayList<>();
    boolean assigns = declarations(context, declared);
    List<Node.Command> commands = new ArrayList<>();
    Token token = tokens.nextNonSpace();
    while (token.kind() != end) {
      if (!token.kind().startsOperand()) {
        throw tokens.unexpected(token, context);
      }
      tokens.back();
      commands.add(command());
      token = tokens.nextNonSpace();
    }
    check(commands, context, token.span());
    Span last = commands.getLast().span();
    return new Node.Pipeline(declared, assigns, commands, start.to(last));
  }

  private void check(List<Node.Command> commands, String context, Span end) {
    if (commands.isEmpty()) {
      throw tokens.fail("missing value for " + context, end);
    }
    for (int i = 1; i < commands.size(); i++) {
      Operand first = commands.get(i).operands().getFirst();
      if (isConstant(first)) {
        String message = "non executable command in pipeline stage " + (i + 1);
        throw tokens.fail(message, commands.get(i).span());
      }
    }
  }

  private static boolean isConstant(Operand operand) {
    return switch (operand) {
      case Operand.BoolLiteral _,
          Operand.Dot _,
          Operand.Nil _,
          Operand.NumberLiteral _,
          Operand.StringLiteral _ ->
          true;
      case Operand.FunctionName _,
          Operand.Variable _,
          Operand.Field _,
          Operand.Chain _,
          Operand.Parenthesized _ ->
          false;
    };
  }

  /// Reads `$x :=`, `$x =`, `$x, $y :=` where one of them comes next.
  ///
  /// @return whether it is an assignment
  private boolean declarations(String context, List<String> declared) {
    while (tokens.peekNonSpace().kind() == TokenKind.VARIABLE) {
      Token variable = tokens.next();
      Token after = tokens.peek();
      Token next = tokens.peekNonSpace();
      if (next.kind() == TokenKind.ASSIGN || next.kind() == TokenKind.DECLARE) {
        tokens.nextNonSpace();
        declare(variable, declared);
        return next.kind() == TokenKind.ASSIGN;
      }
      if (next.kind() != TokenKind.CHARACTER || !next.text().equals(",")) {
        if (after.kind() == TokenKind.SPACE) {
          tokens.back(variable, after);
        } else {
          tokens.back(variable);
        }
        return false;
      }
      tokens.nextNonSpace();
      declare(variable, declared);
      checkSecond(context, declared, variable);
    }
    return false;
  }

  private void declare(Token variable, List<String> declared) {
    declared.add(variable.text());
    variables.add(variable.text());
  }

  private void checkSecond(String context, List<String> declared, Token variable) {
    if (!context.equals("range") || declared.size() > 1) {
      throw tokens.fail("too many declarations in " + context, variable.span());
    }
    Token next = tokens.peekNonSpace();
    switch (next.kind()) {
      case VARIABLE, RIGHT_DELIMITER, RIGHT_PAREN -> {}
      default -> throw tokens.fail("range can only initialize variables", next.span());
    }
  }

  private Node.Command command() {
    List<Operand> operands = new ArrayList<>();
    while (true) {
      tokens.peekNonSpace();
      Operand operand = operand();
      if (operand != null) {
        operands.add(operand);
      }
      Token token = tokens.next();
      switch (token.kind()) {
        case SPACE -> {
          continue;
        }
        case RIGHT_DELIMITER, RIGHT_PAREN -> tokens.back();
        case PIPE -> {}
        default -> throw tokens.unexpected(token, "operand");
      }
      break;
    }
    return new Node.Command(operands, operands.getFirst().span().to(operands.getLast().span()));
  }

  private @Nullable Operand operand() {
    Operand term = term();
    if (term == null || tokens.peek().kind() != TokenKind.FIELD) {
      return term;
    }
    Token first = tokens.peek();
    List<String> fields = new ArrayList<>();
    Span span = term.span();
    while (tokens.peek().kind() == TokenKind.FIELD) {
      Token field = tokens.next();
      fields.add(field.text().substring(1));
      span = span.to(field.span());
    }
    return chain(term, fields, first, span);
  }

  private Operand chain(Operand term, List<String> fields, Token first, Span span) {
    int position = first.span().start();
    return switch (term) {
      case Operand.Field field -> {
        fields.addFirst(field.fields().getFirst());
        yield new Operand.Field(fields, position, span);
      }
      case Operand.Variable variable ->
          new Operand.Variable(variable.name(), fields, position, span);
      case Operand.FunctionName _, Operand.Parenthesized _, Operand.Chain _ ->
          new Operand.Chain(term, fields, position, span);
      case Operand.BoolLiteral _,
          Operand.Dot _,
          Operand.Nil _,
          Operand.NumberLiteral _,
          Operand.StringLiteral _ -> {
        String quoted = GoQuote.quote(NodeText.of(term));
        throw tokens.fail("unexpected . after term " + quoted, first.span());
      }
    };
  }

  private @Nullable Operand term() {
    Token token = tokens.nextNonSpace();
    Span span = token.span();
    return switch (token.kind()) {
      case IDENTIFIER -> function(token);
      case DOT -> new Operand.Dot(span);
      case NIL -> new Operand.Nil(span);
      case VARIABLE -> variable(token);
      case FIELD -> new Operand.Field(List.of(token.text().substring(1)), span.start(), span);
      case BOOL -> new Operand.BoolLiteral(token.text().equals("true"), span);
      case CHARACTER_CONSTANT, COMPLEX, NUMBER -> new Operand.NumberLiteral(number(token), span);
      case STRING, RAW_STRING -> new Operand.StringLiteral(token.text(), string(token), span);
      case LEFT_PAREN -> parenthesized(span);
      default -> {
        tokens.back();
        yield null;
      }
    };
  }

  private Operand function(Token token) {
    if (!dialect.hasFunction(token.text())) {
      String quoted = GoQuote.quote(token.text());
      throw tokens.fail("function " + quoted + " not defined", token.span());
    }
    return new Operand.FunctionName(token.text(), token.span());
  }

  private Operand variable(Token token) {
    if (!variables.contains(token.text())) {
      throw tokens.fail("undefined variable " + GoQuote.quote(token.text()), token.span());
    }
    return new Operand.Variable(token.text(), List.of(), token.span().start(), token.span());
  }

  private Operand parenthesized(Span open) {
    if (++parentheses > MAX_PARENTHESES) {
      throw tokens.fail("max expression depth exceeded", open);
    }
    Node.Pipeline inner = pipeline("parenthesized pipeline", TokenKind.RIGHT_PAREN);
    parentheses--;
    return new Operand.Parenthesized(inner, open.to(tokens.last().span()));
  }

  private NumberConstant number(Token token) {
    try {
      return token.kind() == TokenKind.CHARACTER_CONSTANT
          ? NumberConstant.character(token.text(), StringLiterals.character(token.text()))
          : NumberConstant.parse(token.text());
    } catch (MalformedLiteral malformed) {
      throw tokens.fail(malformed.words(), token.span());
    }
  }

  private String string(Token token) {
    try {
      return StringLiterals.string(token.text());
    } catch (MalformedLiteral malformed) {
      throw tokens.fail(malformed.words(), token.span());
    }
  }
}

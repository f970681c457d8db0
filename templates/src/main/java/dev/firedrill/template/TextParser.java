package dev.firedrill.template;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoQuote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads one text: what is to be run, and the templates defined beside and within it.
///
/// Stops at the first error, with the message that Go's text/template has for it.
final class TextParser {
  /// Levels of `{{if}}`, `{{with}}`, `{{range}}` and `{{block}}` within each other.
  static final int MAX_NESTING = 250;

  private final TemplateSource source;
  private final TokenBuffer tokens;
  private final Map<String, TemplateTree> trees = new LinkedHashMap<>();
  private BodyParser current;
  private int nesting;

  TextParser(TemplateSource source) {
    this.source = source;
    this.tokens = new TokenBuffer(source.name(), new Lexer(source.text()));
    this.current = mainParser();
  }

  private BodyParser mainParser() {
    List<String> variables = new ArrayList<>();
    for (Dialect.Predeclared variable : source.dialect().predeclared()) {
      variables.add(variable.name());
    }
    return new BodyParser(this, tokens, source.dialect(), variables);
  }

  /// {@return everything the text defines}
  /// @throws ParseFailure at the first error
  TemplateSet parse() {
    BodyParser main = current;
    List<Node> nodes = new ArrayList<>();
    while (tokens.peek().kind() != TokenKind.END_OF_TEXT) {
      if (!definition()) {
        nodes.add(main.node());
      }
    }
    add(source.name(), new Node.Body(nodes, true), Span.at(0));
    TemplateTree run = trees.get(source.name());
    return new TemplateSet(run == null ? tree("", Node.Body.NONE) : run, trees);
  }

  /// Reads a `{{define}}`, if one comes next.
  private boolean definition() {
    if (tokens.peek().kind() != TokenKind.LEFT_DELIMITER) {
      return false;
    }
    Token delimiter = tokens.next();
    if (tokens.nextNonSpace().kind() != TokenKind.DEFINE) {
      tokens.back(delimiter);
      return false;
    }
    String context = "define clause";
    Token name = tokens.nextNonSpace();
    if (name.kind() != TokenKind.STRING && name.kind() != TokenKind.RAW_STRING) {
      throw tokens.unexpected(name, context);
    }
    String called = unquoted(name);
    Token end = tokens.expect(TokenKind.RIGHT_DELIMITER, context);
    separate(called, context, delimiter.span().to(end.span()));
    return true;
  }

  /// Reads the body of a template of its own, from after its opening action to its `{{end}}`.
  void separate(String name, String context, Span opening) {
    BodyParser outer = current;
    current = new BodyParser(this, tokens, source.dialect(), new ArrayList<>());
    tokens.actionLine(0);
    BodyParser.Ended body = current.body(opening);
    if (body.stop().isElse()) {
      throw tokens.fail("unexpected {{else}} in " + context, body.stop().span());
    }
    add(name, body.body(), opening);
    current = outer;
  }

  private void add(String name, Node.Body body, Span opening) {
    TemplateTree before = trees.get(name);
    if (before == null || isBlank(before)) {
      trees.put(name, tree(name, body));
    } else if (!isBlank(tree(name, body))) {
      throw tokens.fail(
          "template: multiple definition of template " + GoQuote.quote(name), opening);
    }
  }

  private TemplateTree tree(String name, Node.Body body) {
    return new TemplateTree(name, source, body);
  }

  /// The declarations that a dialect puts before the text count as content.
  private boolean isBlank(TemplateTree tree) {
    boolean bare = !tree.name().equals(source.name()) || source.dialect().predeclared().isEmpty();
    return bare && tree.body().isBlank();
  }

  String unquoted(Token token) {
    try {
      return StringLiterals.string(token.text());
    } catch (MalformedLiteral malformed) {
      throw tokens.fail(malformed.words(), token.span());
    }
  }

  /// Goes a level deeper, to its end.
  void enter(Span span) {
    if (++nesting > MAX_NESTING) {
      throw tokens.fail("nested too deeply", span);
    }
  }

  /// Comes a level back.
  void leave() {
    nesting--;
  }

  /// {@return the variables that are known where the parser stands, for suggestions}
  List<String> variables() {
    return current.variables();
  }
}

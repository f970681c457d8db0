package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.grammar.PromqlParser;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/// What the grammar makes of a text: a complete tree, or one up to the first token that does not
/// fit.
///
/// @param root the tree of the entry rule
/// @param failure where the tree stops; null where it is complete
/// @param tokens all tokens, the end of the text last
/// @param problem the first thing that is no token; null where all are
record SyntaxTree(
    ParserRuleContext root,
    @Nullable RecognitionException failure,
    List<Token> tokens,
    @Nullable ParseError problem) {

  /// How deep expressions may be nested. Prometheus has no limit but its memory. The parser needs
  /// about 1 kB of stack a level, and so does whatever walks the tree after it: with the stack that
  /// the launcher asks for, all goes well at 3000.
  static final int MAX_DEPTH = 2000;

  /// A text nested deeper than [#MAX_DEPTH].
  static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Span span;

    TooDeep(Token token) {
      super("nested too deeply", null, false, false);
      this.span = Spans.of(token);
    }

    /// {@return what is one level too deep}
    Span span() {
      return span;
    }
  }

  static <T extends ParserRuleContext> SyntaxTree parse(
      String text, Function<PromqlParser, T> entry) {
    PromqlLexer lexer = new PromqlLexer(text);
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    SyntaxTree tree = parse(lexer, tokens, entry, PredictionMode.SLL);
    if (tree.failure() == null) {
      return tree;
    }
    tokens.seek(0);
    return parse(lexer, tokens, entry, PredictionMode.LL);
  }

  private static SyntaxTree parse(
      PromqlLexer lexer,
      CommonTokenStream tokens,
      Function<PromqlParser, ? extends ParserRuleContext> entry,
      PredictionMode mode) {
    PromqlParser parser = new BoundedParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(mode);
    ParserRuleContext root;
    RecognitionException failure = null;
    try {
      root = entry.apply(parser);
    } catch (ParseCancellationException e) {
      if (!(e.getCause() instanceof RecognitionException cause)) {
        throw e;
      }
      failure = cause;
      root = rootOf(cause);
    }
    tokens.fill();
    return new SyntaxTree(root, failure, tokens.getTokens(), lexer.problem());
  }

  /// Adds what ended the text early, if anything did.
  void addProblem(Problems problems) {
    ParseError problem = problem();
    if (problem != null) {
      int last = tokens.size() - 2;
      problems.addEndOfTokens(problem, last < 0 ? 0 : tokens.get(last).getStopIndex() + 1);
    }
  }

  private static ParserRuleContext rootOf(RecognitionException failure) {
    ParserRuleContext context = (ParserRuleContext) failure.getCtx();
    while (context.getParent() != null) {
      context = context.getParent();
    }
    return context;
  }

  /// The generated parser, which gives up where the text is nested too deeply.
  private static final class BoundedParser extends PromqlParser {
    private int depth;

    BoundedParser(TokenStream input) {
      super(input);
    }

    @Override
    public void enterRecursionRule(
        ParserRuleContext context, int state, int ruleIndex, int precedence) {
      if (++depth > MAX_DEPTH) {
        throw new TooDeep(getCurrentToken());
      }
      super.enterRecursionRule(context, state, ruleIndex, precedence);
    }

    @Override
    public void unrollRecursionContexts(ParserRuleContext parent) {
      depth--;
      super.unrollRecursionContexts(parent);
    }
  }
}

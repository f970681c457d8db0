package dev.firedrill.cli.option;

import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ParseResult.Rejected;
import dev.firedrill.promql.Promql;
import java.util.List;

/// The argument EXPR: a PromQL expression, or `-` for standard input. It counts as a file.
public final class ExprArgument {
  private final Value expr;
  private final FeatureOptions features;

  /// Declares the argument and the option `--enable-feature`.
  public ExprArgument(Options options) {
    expr = options.argument("EXPR", "a PromQL expression; - reads it from standard input");
    features = new FeatureOptions(options);
  }

  /// {@return what came of parsing it}
  public ParseResult parse(Session session) {
    return Promql.parse(text(session), features.parsing());
  }

  /// {@return an expression that is valid}
  /// @throws RejectedException when it is not
  public Parsed valid(Session session) {
    return switch (parse(session)) {
      case Parsed parsed -> parsed;
      case Rejected rejected -> throw new RejectedException(diagnostics(rejected));
    };
  }

  /// {@return how it is evaluated}
  public EngineOptions engine() {
    return features.engine();
  }

  private String text(Session session) {
    String text = expr.required();
    return text.equals("-") ? session.readInput().stripTrailing() : text;
  }

  /// {@return what is wrong with an expression, each error at its place}
  public static List<Diagnostic> diagnostics(Rejected rejected) {
    return rejected.diagnostics(source(rejected.text()));
  }

  /// {@return an expression as the file that it counts as}
  public static SourceText source(String text) {
    return SourceText.of(SourceFile.of("<expression>", text));
  }
}

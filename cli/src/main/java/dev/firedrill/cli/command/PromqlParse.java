package dev.firedrill.cli.command;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.option.ExprArgument;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.report.ExprReport;
import dev.firedrill.cli.report.ExprTree;
import dev.firedrill.cli.report.Format;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.FindingsJson;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ParseResult.Rejected;
import java.io.IOException;
import java.util.List;

/// `promql parse`: an expression as a tree, or what is wrong with it.
final class PromqlParse implements Command {
  private final ExprArgument expr;
  private final OutputOptions output;

  PromqlParse(Options options) {
    expr = new ExprArgument(options);
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    options.example(
        "firedrill promql parse 'sum by (job) (rate(errors_total[5m])) > 0.1'", "a tree");
    options.example(
        "firedrill promql parse --format json 'up == 0'", "Prometheus's own node names");
  }

  @Override
  public int run(Session session) throws IOException {
    return switch (expr.parse(session)) {
      case Parsed parsed -> {
        output.deliver(
            session,
            format ->
                switch (format) {
                  case TEXT -> new ExprTree(parsed);
                  case JSON -> new ExprReport(parsed);
                  default -> throw format.notOffered();
                });
        yield ExitStatus.OK;
      }
      case Rejected rejected -> {
        report(session, ExprArgument.diagnostics(rejected));
        yield ExitStatus.FINDINGS;
      }
    };
  }

  private void report(Session session, List<Diagnostic> diagnostics) throws IOException {
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT -> {
                TextStyle style = TextStyle.PLAIN.withColours(output.colored(session));
                yield out -> out.append(new DiagnosticText(style).render(diagnostics));
              }
              case JSON -> out -> out.append(json(diagnostics)).append('\n');
              default -> throw format.notOffered();
            });
  }

  private static String json(List<Diagnostic> diagnostics) {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object().name("findings");
    new FindingsJson(Masking.NONE).findings(json, diagnostics);
    json.end();
    return text.toString();
  }
}

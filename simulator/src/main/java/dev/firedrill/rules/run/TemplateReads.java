package dev.firedrill.rules.run;

import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.rules.LabelText;
import dev.firedrill.template.Dialect;
import dev.firedrill.template.Operand;
import dev.firedrill.template.References;
import dev.firedrill.template.TemplateResult;
import dev.firedrill.template.Templates;
import java.util.List;

/// Which series the queries in the templates of labels and annotations read.
final class TemplateReads {
  private static final String QUERY = "query";

  private TemplateReads() {}

  /// {@return what all of some texts read}
  static SeriesReads of(List<LabelText> texts) {
    SeriesReads reads = SeriesReads.NOTHING;
    for (LabelText text : texts) {
      reads = reads.and(of(text.value().text()));
    }
    return reads;
  }

  private static SeriesReads of(String text) {
    // Most templates have no query, and need not be parsed to know it.
    if (!text.contains("{{") || !text.contains(QUERY)) {
      return SeriesReads.NOTHING;
    }
    return switch (Templates.parse("", text, Dialect.RULE)) {
      case TemplateResult.Rejected _ -> SeriesReads.NOTHING;
      case TemplateResult.Parsed parsed -> ofQueries(References.of(parsed.templates()));
    };
  }

  private static SeriesReads ofQueries(References references) {
    SeriesReads reads = SeriesReads.NOTHING;
    for (References.FunctionUse use : references.functions()) {
      if (use.name().equals(QUERY)) {
        reads = reads.and(ofQuery(use));
      }
    }
    return reads;
  }

  private static SeriesReads ofQuery(References.FunctionUse use) {
    List<Operand> operands = use.command().operands();
    boolean written =
        operands.size() == 2
            && operands.getFirst() instanceof Operand.FunctionName
            && operands.getLast() instanceof Operand.StringLiteral;
    if (!written || !(operands.getLast() instanceof Operand.StringLiteral literal)) {
      return SeriesReads.ANYTHING;
    }
    return switch (Promql.parse(literal.value(), ParseOptions.ALL)) {
      case ParseResult.Parsed parsed -> SeriesReads.of(parsed.expr());
      case ParseResult.Rejected _ -> SeriesReads.NOTHING;
    };
  }
}

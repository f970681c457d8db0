package dev.firedrill.rules;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticOrder;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.promql.ParseResult;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What came of reading a file as a rule file.
///
/// @param kind what the file is, judged by its content; whoever looks for rules skips all but
///     [FileKind#RULES], [FileKind#PROMETHEUS_RULE] and [FileKind#EMPTY]
/// @param dialects other programs for which the file seems to be written
/// @param file the rules as far as they could be read; null if nothing could
/// @param problems in the order in which promtool finds them
/// @param documents how many YAML documents the file has
public record RuleReading(
    SourceFile source,
    FileKind kind,
    Set<RuleDialect> dialects,
    @Nullable RuleFile file,
    List<RuleProblem> problems,
    int documents) {
  public RuleReading {
    dialects = Set.copyOf(dialects);
    problems = List.copyOf(problems);
  }

  /// {@return whether Prometheus would refuse the file}
  public boolean rejected() {
    for (RuleProblem problem : problems) {
      if (problem.stage() != RuleProblem.Stage.REMARK) {
        return true;
      }
    }
    return false;
  }

  /// {@return whether the rules are Loki's: some expressions are no PromQL, and each of them looks
  ///     like LogQL}
  public boolean isLoki() {
    RuleFile read = file();
    boolean any = false;
    for (Rule rule : read == null ? List.<Rule>of() : read.rules()) {
      if (rule.expr().result() instanceof ParseResult.Rejected) {
        if (!RuleDialect.looksLikeLogQl(rule.expr().source().text())) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /// {@return the rules and all diagnostics, in the order of the file}
  public Loaded<RuleFile> loaded() {
    List<Diagnostic> diagnostics =
        problems.stream().map(RuleProblem::diagnostic).sorted(DiagnosticOrder::byPlace).toList();
    return new Loaded<>(file(), diagnostics);
  }
}

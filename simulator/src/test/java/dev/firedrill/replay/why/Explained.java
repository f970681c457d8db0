package dev.firedrill.replay.why;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.Replay;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.rules.test.TestData;
import dev.firedrill.series.SeriesStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What is asked of a replay of one rule.
final class Explained {
  private static final long MINUTE = 60_000;

  private Explained() {}

  static AlertExplanation explain(String expr, List<String> series, int minute) {
    return explain(expr, series, minute, Labels.EMPTY);
  }

  static AlertExplanation explain(String expr, List<String> series, int minute, Labels labels) {
    String rules = "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: '" + expr + "'\n";
    return answer(rules, series, minute, labels).alerts().getFirst();
  }

  static ExplainedExpr root(AlertExplanation alert) {
    ExplainedExpr expr = alert.expr();
    if (expr == null) {
      throw new AssertionError("it was never evaluated");
    }
    return expr;
  }

  static Why.Answer answer(String rules, List<String> series, int minute, Labels labels) {
    StringBuilder test = new StringBuilder("tests:\n- interval: 1m\n  input_series:\n");
    for (String each : series) {
      int brace = each.indexOf('{');
      int blank = each.indexOf(' ');
      int end = brace >= 0 && brace < blank ? each.indexOf('}') + 1 : blank;
      test.append("  - series: '").append(each, 0, end).append("'\n");
      test.append("    values: '").append(each.substring(end).strip()).append("'\n");
    }
    SeriesStore recording =
        TestData.read(SourceFile.of("test.yml", test.toString()), Path.of("."), null)
            .get()
            .orElseThrow();
    RuleFile file =
        RuleFiles.read(SourceFile.of("rules.yml", rules), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    return Why.explain(
        List.of(file),
        recording,
        new Replay.Settings(
            recording.extent().orElseThrow(),
            MINUTE,
            0,
            EngineOptions.DEFAULT,
            (engine, all) -> new RuleTexts(engine, all, Map.of(), "", false)),
        new Why.Question("A", minute * MINUTE, labels));
  }
}

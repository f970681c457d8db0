package dev.firedrill.rules.run;

import dev.firedrill.engine.QueryResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A label or annotation of a rule as written.
///
/// @param template whether there is anything in it to be expanded
record RuleText(String name, String text, boolean template) {
  /// All labels or all annotations of a rule.
  ///
  /// @param alert the name of the rule
  /// @param vary whether any differs from sample to sample
  /// @param readData whether any may query
  record Set(
      String alert, List<RuleText> all, boolean vary, boolean readData, TextExpander expander) {
    static Set of(String alert, Map<String, String> texts, TextExpander expander) {
      List<RuleText> all = new ArrayList<>(texts.size());
      texts.forEach((name, text) -> all.add(new RuleText(name, text, text.contains("{{"))));
      boolean vary = all.stream().anyMatch(RuleText::template);
      boolean readData =
          all.stream().anyMatch(text -> text.template && text.text.contains("query"));
      return new Set(alert, all, vary, readData, expander);
    }

    /// {@return what a text comes to for a sample}
    String expand(RuleText text, QueryResult.Sample sample, long time) {
      return text.template ? expander.expand(alert, text.text, sample, time) : text.text;
    }
  }
}

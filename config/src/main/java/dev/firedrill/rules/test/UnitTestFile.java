package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import java.time.Duration;
import java.util.List;

/// A file of unit tests for rules, as `promtool test rules` reads it.
///
/// @param ruleFiles patterns of rule files, relative to the folder of this file
/// @param evaluationInterval between evaluations of all groups, whatever their own intervals are;
///     a minute where none is written
/// @param groupEvalOrder names of groups in the order in which they are evaluated
/// @param fuzzyCompare whether values may differ in the last bit
public record UnitTestFile(
    SourceFile source,
    List<SourceText> ruleFiles,
    Duration evaluationInterval,
    List<Located<String>> groupEvalOrder,
    boolean fuzzyCompare,
    List<UnitTest> tests) {
  public UnitTestFile {
    ruleFiles = List.copyOf(ruleFiles);
    groupEvalOrder = List.copyOf(groupEvalOrder);
    tests = List.copyOf(tests);
  }
}

package dev.firedrill.rules.edit;

import dev.firedrill.diagnostic.Fixes;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleReading;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlStream;
import java.util.List;

/// Makes changes to a rule file, and sees to it that nothing else changes: not what other fields
/// say, and no comment is lost.
public final class RuleFileEdit {
  private final RuleFileOptions options;
  private final Kind kind;

  /// What may change.
  public enum Kind {
    /// How expressions are laid out; they stay what they are.
    LAYOUT,
    /// Expressions; what is valid stays valid.
    REWRITE,
    /// Nothing but that comments are added.
    COMMENTS
  }

  /// @param options how the file is read
  public RuleFileEdit(RuleFileOptions options, Kind kind) {
    this.options = options;
    this.kind = kind;
  }

  /// Makes one change after the other, and leaves out those that would do harm.
  ///
  /// @param changes the edits of each change, all of them of `file`; they must not overlap
  public Fixes.Applied apply(SourceFile file, List<List<TextEdit>> changes) {
    YamlStream before = read(file);
    return Fixes.applySafely(file, changes, after -> isSafe(before, read(after)));
  }

  /// {@return whether a file may take the place of another}
  public boolean isSafe(SourceFile before, SourceFile after) {
    return isSafe(read(before), read(after));
  }

  private boolean isSafe(YamlStream before, YamlStream after) {
    RuleReading left = RuleFiles.read(before, options);
    RuleReading right = RuleFiles.read(after, options);
    RuleFile was = left.file();
    RuleFile is = right.file();
    return was != null
        && is != null
        && left.kind() == right.kind()
        && SameRules.aroundExprs(before, after)
        && switch (kind) {
          case LAYOUT -> SameRules.comments(before, after) && SameRules.exprs(was, is);
          case REWRITE ->
              SameRules.comments(before, after)
                  && SameRules.staysValid(was, is)
                  && errors(right) <= errors(left);
          case COMMENTS -> SameRules.moreComments(before, after) && SameRules.texts(was, is);
        };
  }

  // What needs a newer Prometheus than there is, for example.
  private static long errors(RuleReading reading) {
    return reading.problems().stream()
        .filter(problem -> problem.diagnostic().severity() == Severity.ERROR)
        .count();
  }

  private static YamlStream read(SourceFile file) {
    return Yaml.read(file, YamlDialect.GO_V3);
  }
}

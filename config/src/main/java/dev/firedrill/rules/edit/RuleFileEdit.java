package dev.firedrill.rules.edit;

import dev.firedrill.diagnostic.Fixes;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleReading;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes changes to the expressions of a rule file, and sees to it that nothing else changes: not
/// what other fields say, and no comment is lost.
public final class RuleFileEdit {
  private final RuleFileOptions options;
  private final Kind kind;

  /// What may become of expressions.
  public enum Kind {
    /// They stay what they are, laid out in another way.
    LAYOUT,
    /// They change, but stay valid.
    REWRITE
  }

  /// @param options how the file is read
  public RuleFileEdit(RuleFileOptions options, Kind kind) {
    this.options = options;
    this.kind = kind;
  }

  /// Makes one change after the other, and leaves out those that would do harm.
  ///
  /// @param changes the edits of each change, all of them of `file`; they must not overlap
  /// @return the file as it then is, and which of the changes were left out
  public Edited apply(SourceFile file, List<List<TextEdit>> changes) {
    Original original = new Original(file, options);
    Optional<SourceFile> all = original.tried(flat(changes), kind);
    if (all.isPresent()) {
      return new Edited(all.get(), List.of());
    }
    List<List<TextEdit>> made = new ArrayList<>();
    List<Integer> left = new ArrayList<>();
    SourceFile last = file;
    for (int i = 0; i < changes.size(); i++) {
      made.add(changes.get(i));
      Optional<SourceFile> next = original.tried(flat(made), kind);
      if (next.isPresent()) {
        last = next.get();
      } else {
        made.removeLast();
        left.add(i);
      }
    }
    return new Edited(last, left);
  }

  /// {@return whether a file may take the place of another}
  public boolean isSafe(SourceFile before, SourceFile after) {
    return new Original(before, options).allows(after, kind);
  }

  private static List<TextEdit> flat(List<List<TextEdit>> changes) {
    List<TextEdit> edits = new ArrayList<>();
    changes.forEach(edits::addAll);
    return edits;
  }

  /// A file after changes.
  ///
  /// @param file as it is now
  /// @param left the indexes of the changes that were not made
  public record Edited(SourceFile file, List<Integer> left) {
    public Edited {
      left = List.copyOf(left);
    }
  }

  // The file as it was is read once, however many changes are tried.
  private record Original(SourceFile file, RuleFileOptions options, YamlStream stream) {
    Original(SourceFile file, RuleFileOptions options) {
      this(file, options, Yaml.read(file, YamlDialect.GO_V3));
    }

    Optional<SourceFile> tried(List<TextEdit> edits, Kind kind) {
      SourceFile after = file.withText(Fixes.apply(file, edits));
      return Optional.of(after).filter(changed -> allows(changed, kind));
    }

    boolean allows(SourceFile after, Kind kind) {
      YamlStream changed = Yaml.read(after, YamlDialect.GO_V3);
      RuleReading left = RuleFiles.read(stream, options);
      RuleReading right = RuleFiles.read(changed, options);
      RuleFile before = left.file();
      RuleFile now = right.file();
      return before != null
          && now != null
          && left.kind() == right.kind()
          && SameRules.aroundExprs(stream, changed)
          && switch (kind) {
            case LAYOUT -> SameRules.exprs(before, now);
            case REWRITE -> SameRules.staysValid(before, now);
          };
    }
  }
}

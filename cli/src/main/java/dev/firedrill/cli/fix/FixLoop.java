package dev.firedrill.cli.fix;

import dev.firedrill.cli.finding.Changes;
import dev.firedrill.cli.finding.Changes.Change;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Fix;
import dev.firedrill.diagnostic.Fixes;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.TextEdit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes the fixes of findings. Those that overlap are made one after the other, and the files are
/// judged again in between, until nothing is left to mend: a second run finds nothing to do.
public final class FixLoop {
  // Each round mends something; this is for fixes that undo each other.
  private static final int MOST_ROUNDS = 50;

  private final List<SourceFile> before;
  private final Set<List<String>> seen = new HashSet<>();
  private Mendable files;
  private int fixed = -1;
  private int ignored = -1;

  /// Starts with files as they are.
  public FixLoop(Mendable files) {
    this.files = files;
    this.before = files.files();
  }

  /// Makes all fixes that can be made.
  public void fix() throws IOException {
    fixed = 0;
    seen.add(texts(files.files()));
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Round made = round();
      if (made.count == 0 || !seen.add(texts(made.files))) {
        return;
      }
      fixed += made.count;
      files = files.with(made.files);
    }
  }

  /// Adds comments that silence what is found.
  ///
  /// @param reason what the comments say for themselves
  public void ignore(String reason) throws IOException {
    List<SourceFile> next = new ArrayList<>();
    for (SourceFile file : files.files()) {
      List<TextEdit> edits = files.ignoreComments(file, reason);
      next.add(edits.isEmpty() ? file : file.withText(Fixes.apply(file, edits)));
    }
    int found = files.judgement().findings().size();
    files = files.with(next);
    ignored = Math.max(0, found - files.judgement().findings().size());
  }

  /// {@return the files as they are now, and what is still found in them}
  public Mendable files() {
    return files;
  }

  /// {@return what was done}
  /// @param written whether the files are to be written
  public Changes changes(boolean written) {
    List<Change> changed = new ArrayList<>();
    List<SourceFile> after = files.files();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).text().equals(after.get(i).text())) {
        changed.add(new Change(before.get(i), after.get(i)));
      }
    }
    return new Changes(fixed, ignored, changed, written);
  }

  /// @param count how many findings are mended
  private record Round(List<SourceFile> files, int count) {}

  private Round round() {
    List<SourceFile> next = new ArrayList<>();
    int count = 0;
    for (SourceFile file : files.files()) {
      List<Fix> wanted = fixesOf(file);
      List<Fix> chosen = Fixes.compatible(wanted);
      if (chosen.isEmpty()) {
        next.add(file);
        continue;
      }
      Fixes.Applied applied = files.apply(file, chosen.stream().map(Fix::edits).toList());
      next.add(applied.file());
      count += mended(wanted, chosen, applied.left());
    }
    return new Round(next, count);
  }

  // Of fixes that stand for a choice, the first; of those that reach into other files, none.
  private List<Fix> fixesOf(SourceFile file) {
    List<Fix> fixes = new ArrayList<>();
    for (Diagnostic finding : files.judgement().findings()) {
      if (!finding.fixes().isEmpty() && isWithin(file, finding.fixes().getFirst())) {
        fixes.add(finding.fixes().getFirst());
      }
    }
    return fixes;
  }

  private static boolean isWithin(SourceFile file, Fix fix) {
    return fix.edits().stream().allMatch(edit -> edit.location().file() == file);
  }

  // Findings in an expression that rules share have the same fix.
  private static int mended(List<Fix> wanted, List<Fix> chosen, List<Integer> left) {
    Set<List<TextEdit>> made = new HashSet<>();
    for (int i = 0; i < chosen.size(); i++) {
      if (!left.contains(i)) {
        made.add(chosen.get(i).edits());
      }
    }
    return (int) wanted.stream().filter(fix -> made.contains(fix.edits())).count();
  }

  private static List<String> texts(List<SourceFile> files) {
    return files.stream().map(SourceFile::text).toList();
  }
}

package dev.firedrill.cli.finding;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.git.GitRepository;
import dev.firedrill.cli.git.Snapshot;
import dev.firedrill.cli.report.Counted;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds out which findings a change has brought: those that judging the files as they were does
/// not give, wherever they are. Taking a record away may spoil a rule in a file that has not
/// changed.
public final class NewFindings {
  private final Session session;
  private final String revision;
  private final boolean changedLinesOnly;
  private final Map<String, BitSet> lines = new HashMap<>();

  /// What is new since a revision.
  ///
  /// @param revision a branch, tag or commit; files are compared with those of the commit at which
  ///     the current branch left it
  /// @param changedLinesOnly whether findings on lines that have not changed are left out, too
  public NewFindings(Session session, String revision, boolean changedLinesOnly) {
    this.session = session;
    this.revision = revision;
    this.changedLinesOnly = changedLinesOnly;
  }

  /// {@return those findings that are new}
  ///
  /// @param now what there is to say of the files as they are
  /// @param judge judges them as they were
  public Judgement since(Judgement now, Judge judge) throws IOException {
    GitRepository repository = GitRepository.of(session);
    try (Snapshot snapshot = Snapshot.of(repository, repository.mergeBase(revision))) {
      return since(now, judge, snapshot, repository.root(), session);
    }
  }

  /// {@return those findings that are new}
  ///
  /// @param now what there is to say of the files as they are, or as a later commit has them
  /// @param judge judges them as they were
  /// @param snapshot the files as they were
  /// @param root the folder that stands for the root of the repository for those that are judged
  ///     now
  /// @param user who asks: settings and environment are those of now
  public Judgement since(Judgement now, Judge judge, Snapshot snapshot, Path root, Session user)
      throws IOException {
    RepositoryPaths paths = RepositoryPaths.below(session, root);
    Scene scene = Scene.of(user, snapshot, formerly(now, paths, snapshot));
    Map<String, Integer> known = new HashMap<>();
    RepositoryPaths then = RepositoryPaths.below(scene.session(), snapshot.files());
    Fingerprint.Maker fingerprints =
        new Fingerprint.Maker(
            path -> snapshot.renamed(then.apply(path)), snapshot.files().toString());
    Judgement before = judge.judge(scene);
    for (Diagnostic finding : before.findings()) {
      known.merge(fingerprints.of(finding).hash(), 1, Integer::sum);
    }
    List<Diagnostic> all = new ArrayList<>(now.findings());
    all.addAll(LostRecords.between(before, now));
    return without(known, now.withFindings(all), paths, snapshot);
  }

  private List<String> formerly(Judgement now, RepositoryPaths paths, Snapshot snapshot) {
    List<String> former = new ArrayList<>();
    for (String path : now.paths()) {
      String relative = paths.apply(path);
      String before = snapshot.formerly(relative);
      if (!before.equals(relative)) {
        Path here = session.directory().toAbsolutePath().normalize();
        former.add(here.relativize(paths.root().resolve(before)).toString());
      }
    }
    return former;
  }

  private Judgement without(
      Map<String, Integer> known, Judgement now, RepositoryPaths paths, Snapshot snapshot) {
    Fingerprint.Maker fingerprints = new Fingerprint.Maker(paths, paths.root().toString());
    Map<String, List<Diagnostic>> alike = new LinkedHashMap<>();
    for (Diagnostic finding : now.findings()) {
      String hash = fingerprints.of(finding).hash();
      alike.computeIfAbsent(hash, each -> new ArrayList<>()).add(finding);
    }
    List<Diagnostic> fresh = new ArrayList<>();
    alike.forEach(
        (hash, findings) -> {
          int old = known.getOrDefault(hash, 0);
          if (old < findings.size()) {
            // Of findings that nothing tells apart those on changed lines are the new ones.
            List<Diagnostic> sorted = new ArrayList<>(findings);
            if (old > 0) {
              sorted.sort(
                  (one, other) ->
                      Boolean.compare(
                          isChanged(one, paths, snapshot), isChanged(other, paths, snapshot)));
            }
            fresh.addAll(sorted.subList(old, sorted.size()));
          }
        });
    if (changedLinesOnly) {
      fresh.removeIf(finding -> !isChanged(finding, paths, snapshot));
    }
    int hidden = now.findings().size() - fresh.size();
    Judgement left = now.withFindings(fresh);
    String what = changedLinesOnly ? " that are not on lines changed since " : " from before ";
    return hidden == 0
        ? left
        : left.withRemark("not shown: " + Counted.of(hidden, "finding") + what + revision);
  }

  private boolean isChanged(Diagnostic finding, RepositoryPaths paths, Snapshot snapshot) {
    Location place = finding.location();
    BitSet changed =
        lines.computeIfAbsent(paths.apply(place.file().path()), snapshot::changedLines);
    int line = changed.nextSetBit(place.start().line());
    return line >= 0 && line <= place.end().line();
  }
}

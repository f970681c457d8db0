package dev.firedrill.cli.finding;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.finding.Baseline.Entry;
import dev.firedrill.cli.input.AtomicFile;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.report.Counted;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Takes findings out that a baseline knows, and writes baselines. Paths in a baseline are relative
/// to the folder it is in.
public final class KnownFindings {
  private static final String OBSOLETE = "baseline/obsolete";

  private final Session session;
  private final String path;
  private final Path file;
  private final RepositoryPaths paths;

  /// The findings that a file knows, or will know.
  ///
  /// @param path of the baseline, as given
  public KnownFindings(Session session, String path) {
    this.session = session;
    this.path = path;
    file = session.resolve(path);
    paths = RepositoryPaths.below(session, file.toAbsolutePath().resolveSibling(""));
  }

  /// {@return the findings that the baseline does not know, and a remark for each entry that it
  ///     could do without}
  ///
  /// @param ran whether a check was run; entries of others may be needed another time
  /// @throws CommandException when there is no such file
  public Judgement takeOut(Judgement judgement, Predicate<String> ran) throws IOException {
    if (!Files.exists(file)) {
      throw new CommandException(
          path + ": no such file; write a baseline by --write-baseline " + path);
    }
    BaselineFile read = BaselineFile.read(new InputFile(path, true).read(session));
    Baseline.Outcome outcome = read.baseline().apply(judgement, paths, "known in " + path);
    int known = outcome.judgement().silenced().size() - judgement.silenced().size();
    Set<String> looked = looked(judgement);
    List<Diagnostic> all = new ArrayList<>(outcome.judgement().findings());
    for (Map.Entry<Entry, Integer> missing : outcome.missing().entrySet()) {
      Fingerprint fingerprint = missing.getKey().fingerprint();
      boolean gone = looked.contains(fingerprint.path()) || !isThere(fingerprint.path());
      Location place = read.places().get(fingerprint.hash());
      if (gone && ran.test(fingerprint.check()) && place != null) {
        all.add(obsolete(missing.getKey(), missing.getValue(), place));
      }
    }
    Judgement left = outcome.judgement().withFindings(all);
    return known == 0
        ? left
        : left.withRemark("not shown: " + Counted.of(known, "finding") + " known in " + path);
  }

  private Diagnostic obsolete(Entry entry, int missing, Location place) {
    Fingerprint fingerprint = entry.fingerprint();
    String which = missing == entry.count() ? "" : missing + " of " + entry.count() + " times ";
    return Diagnostic.of(
            OBSOLETE,
            Severity.INFO,
            fingerprint.check() + " is no longer found " + which + "in " + fingerprint.path(),
            place)
        .withHelp("write the baseline anew by `--write-baseline " + path + "`");
  }

  /// Writes findings as the baseline. What an older one says of files that were not looked at this
  /// time, and that are still there, stays.
  public void write(Judgement judgement) throws IOException {
    Baseline baseline = Baseline.of(judgement, paths);
    if (Files.isRegularFile(file)) {
      Set<String> looked = looked(judgement);
      BaselineFile older = BaselineFile.read(new InputFile(path, true).read(session));
      for (Entry entry : older.baseline().sorted()) {
        String about = entry.fingerprint().path();
        if (!looked.contains(about) && isThere(about)) {
          baseline.add(entry);
        }
      }
    }
    AtomicFile.write(file, BaselineFile.write(baseline).getBytes(StandardCharsets.UTF_8));
  }

  private Set<String> looked(Judgement judgement) {
    Set<String> looked = new HashSet<>();
    judgement.paths().forEach(each -> looked.add(paths.apply(each)));
    return looked;
  }

  private boolean isThere(String relative) {
    return Files.exists(file.toAbsolutePath().resolveSibling(relative));
  }
}

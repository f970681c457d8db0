package dev.firedrill.cli.option;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.finding.Changes;
import dev.firedrill.cli.finding.Changes.Change;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.fix.FixLoop;
import dev.firedrill.cli.fix.Mendable;
import dev.firedrill.cli.input.AtomicFile;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.UnifiedDiff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What commands that judge files do about their findings: `--fix`, `--dry-run`, `--add-ignores`.
public final class FixOptions {
  private static final String REASON = "known, to be looked at";
  private static final String LEFT =
      "--fix leaves it alone: more of the file would change, or Prometheus would refuse it";

  private final Flag fix;
  private final Flag dryRun;
  private final Flag addIgnores;
  private final Value reason;

  /// Declares the options.
  public FixOptions(Options options) {
    fix = options.flag("--fix", "mend what can be mended, in place, and report the rest");
    dryRun = options.flag("--dry-run", "write nothing, print what --fix would change as a diff");
    addIgnores =
        options.flag("--add-ignores", "write a comment before each finding that silences it");
    reason =
        options.value("--reason", "TEXT", "what these comments say (default: '" + REASON + "')");
    options.whenParsed(this::given);
    options.whenParsed(this::reason);
  }

  /// {@return whether anything is to be done about findings}
  public boolean given() {
    if (reason.get().isPresent() && !addIgnores.given()) {
      throw new UsageException("--reason is for --add-ignores");
    }
    return fix.given() || dryRun.given() || addIgnores.given();
  }

  /// {@return whether nothing is to be written or reported, but a diff printed}
  public boolean dryRun() {
    return dryRun.given();
  }

  /// Mends files, and writes them unless only asked what would change. The text of standard input
  /// is printed instead.
  ///
  /// @return what is still found, and what was done
  public Judgement mend(Session session, Mendable files) throws IOException {
    FixLoop loop = new FixLoop(files);
    if (fix.given() || !addIgnores.given()) {
      loop.fix();
    }
    if (addIgnores.given()) {
      loop.ignore(reason());
    }
    Changes changes = loop.changes(!dryRun.given());
    for (Change change : changes.files()) {
      if (dryRun.given()) {
        String path = change.before().path();
        String diff = UnifiedDiff.of(path, change.before().text(), change.after().text());
        session.out().print(files.judgement().maskSource(change.before(), diff));
      } else if (!isStandardInput(change.after())) {
        AtomicFile.update(session, change.before(), change.after());
      }
    }
    for (SourceFile file : loop.files().files()) {
      if (!dryRun.given() && isStandardInput(file)) {
        session.out().print(new String(file.bytes(), StandardCharsets.UTF_8));
      }
    }
    Judgement judgement = loop.files().judgement().withChanges(changes);
    return changes.mends()
        ? judgement.withFindings(withReasons(judgement, loop.files().files()))
        : judgement;
  }

  // Fixes that are still there were tried.
  private static List<Diagnostic> withReasons(Judgement judgement, List<SourceFile> tried) {
    List<Diagnostic> findings = new ArrayList<>();
    for (Diagnostic finding : judgement.findings()) {
      String help = finding.help();
      findings.add(
          finding.fixes().isEmpty() || !tried.contains(finding.location().file())
              ? finding
              : finding.withHelp((help == null ? "" : help + "\n") + LEFT));
    }
    return findings;
  }

  /// {@return where to report: beside a diff or the text of standard input, on standard error}
  public Session reporting(Session session, Mendable files) {
    boolean taken = dryRun.given() || files.files().stream().anyMatch(FixOptions::isStandardInput);
    return taken
        ? new Session(session.directory(), session.in(), session.err(), session.err(), false)
        : session;
  }

  private String reason() {
    String text = reason.orElse(REASON).strip();
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw new UsageException("--reason must be one line");
    }
    return text;
  }

  private static boolean isStandardInput(SourceFile file) {
    return file.path().equals(InputFile.STANDARD_INPUT_NAME);
  }
}

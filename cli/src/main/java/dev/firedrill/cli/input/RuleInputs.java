package dev.firedrill.cli.input;

import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.parallel.InParallel;
import dev.firedrill.rules.FileKind;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleProblem;
import dev.firedrill.rules.RuleReading;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rule files that were read, and what was met beside them.
///
/// A file that the user named is read as a rule file unless it is a template for Helm or Jinja; one
/// that a search found, only if it is one. What a search found that is of no use to any command may
/// hold rules that nobody looked at, so it is named; tests and configurations are not.
///
/// @param readings of each rule file
/// @param skipped templates, which hold no YAML until they are rendered, and what is no file of
///     alerting at all
/// @param remarks about files that the user named and that hold no rules
public record RuleInputs(
    List<RuleReading> readings, List<SkippedFile> skipped, List<Diagnostic> remarks) {
  // So few files take less time than to start a thread.
  private static final int FILES_WORTH_A_THREAD = 10;

  public RuleInputs {
    readings = List.copyOf(readings);
    skipped = List.copyOf(skipped);
    remarks = List.copyOf(remarks);
  }

  /// Reads files.
  public static RuleInputs read(Session session, List<InputFile> files, RuleFileOptions options)
      throws IOException {
    return read(session, files, options, InParallel.defaultWorkers());
  }

  /// Reads files, several at a time.
  ///
  /// @param workers how many threads, at most
  public static RuleInputs read(
      Session session, List<InputFile> files, RuleFileOptions options, int workers)
      throws IOException {
    List<RuleReading> readings = new ArrayList<>();
    List<SkippedFile> skipped = new ArrayList<>();
    List<Diagnostic> remarks = new ArrayList<>();
    for (Read read : readAll(session, files, options, workers)) {
      RuleReading reading = read.reading();
      if (reading != null) {
        readings.add(reading);
      } else if (read.kind().isForeign()) {
        skipped.add(new SkippedFile(read.file().shown(), read.kind()));
      }
      if (read.file().named()) {
        ForeignFiles.remark(read.source(), read.kind(), reading).ifPresent(remarks::add);
      }
    }
    return new RuleInputs(readings, skipped, remarks);
  }

  /// What came of one file.
  ///
  /// @param reading null where it is something else
  private record Read(
      InputFile file, SourceFile source, FileKind kind, @Nullable RuleReading reading) {}

  private static List<Read> readAll(
      Session session, List<InputFile> files, RuleFileOptions options, int workers)
      throws IOException {
    int threads = files.size() < FILES_WORTH_A_THREAD ? 1 : workers;
    try {
      return InParallel.map(files, threads, file -> read(session, file, options));
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  private static Read read(Session session, InputFile file, RuleFileOptions options) {
    try {
      YamlStream stream = Yaml.read(file.read(session), YamlDialect.GO_V3);
      FileKind kind = FileKind.of(stream);
      // Of a file whose YAML is broken, the starts of its lines tell what it is meant to be.
      FileKind likely = FileKind.likely(stream);
      boolean rules = kind.holdsRules() || likely.holdsRules();
      boolean ours = kind != FileKind.TEMPLATED && (rules || file.named());
      RuleReading reading = ours ? RuleFiles.read(stream, kind, options) : null;
      return new Read(file, stream.file(), reading == null ? likely : kind, reading);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return these without the files that clearly are something else, such as Alertmanager's
  ///     configuration; what Prometheus would say of those helps nobody}
  public RuleInputs withoutForeign() {
    List<RuleReading> own = new ArrayList<>();
    List<SkippedFile> others = new ArrayList<>(skipped);
    for (RuleReading reading : readings) {
      FileKind kind = ForeignFiles.kind(reading);
      if (!kind.holdsRules()) {
        others.add(new SkippedFile(reading.source().path(), kind));
      } else {
        own.add(reading);
      }
    }
    return new RuleInputs(own, others, remarks);
  }

  /// {@return these without other files than templates among those that were skipped}
  public RuleInputs withoutOthers() {
    List<SkippedFile> templates = new ArrayList<>();
    for (SkippedFile file : skipped) {
      if (file.kind() == FileKind.TEMPLATED) {
        templates.add(file);
      }
    }
    return new RuleInputs(readings, templates, remarks);
  }

  /// {@return the rule files, as far as they could be read}
  public List<RuleFile> files() {
    List<RuleFile> files = new ArrayList<>();
    for (RuleReading reading : readings) {
      RuleFile file = reading.file();
      if (file != null) {
        files.add(file);
      }
    }
    return files;
  }

  /// {@return what Prometheus would reject or warn of, in the order of the files}
  public List<Diagnostic> diagnostics() {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (RuleReading reading : readings) {
      for (RuleProblem problem : reading.problems()) {
        diagnostics.add(problem.diagnostic());
      }
    }
    return diagnostics;
  }

  /// Says which documents are left out, for commands that show no findings: their rules are
  /// missing from all that follows.
  public void tellOfUnread(Session session) {
    for (Diagnostic found : unread()) {
      String place = found.location().file().path() + ":" + found.location().start().line();
      session.err().println(place + ": warning: " + found.message() + ": " + found.help());
    }
  }

  /// {@return the documents that are left out, one a warning}
  public List<Diagnostic> unread() {
    List<Diagnostic> unread = new ArrayList<>();
    for (Diagnostic found : diagnostics()) {
      if (found.check().equals(RuleFiles.UNREAD)) {
        unread.add(found);
      }
    }
    return unread;
  }

  /// {@return the rule files, as they are printed}
  public List<String> paths() {
    List<String> paths = new ArrayList<>();
    for (RuleReading reading : readings) {
      paths.add(reading.source().path());
    }
    return paths;
  }

  /// {@return how many rules the files hold}
  public int ruleCount() {
    int count = 0;
    for (RuleFile file : files()) {
      count += file.rules().size();
    }
    return count;
  }
}

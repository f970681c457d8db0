package dev.firedrill.rules;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleProblem.Stage;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlProblem;
import dev.firedrill.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The front door to rule files: text in, groups and problems out.
public final class RuleFiles {
  /// The check that names documents whose rules are not read.
  public static final String UNREAD = "file/documents";

  private RuleFiles() {}

  /// Reads a file as Prometheus 3.14 does, or all PrometheusRule resources in it.
  public static RuleReading read(SourceFile source, RuleFileOptions options) {
    return read(Yaml.read(source, YamlDialect.GO_V3), options);
  }

  /// Reads a file as a rule file whatever it looks like: promtool knows no resources.
  public static RuleReading readAsPromtool(SourceFile source, RuleFileOptions options) {
    return read(Yaml.read(source, YamlDialect.GO_V3), FileKind.RULES, options);
  }

  /// Reads a file whose YAML has been read before, by [YamlDialect#GO_V3].
  public static RuleReading read(YamlStream stream, RuleFileOptions options) {
    return read(stream, FileKind.of(stream), options);
  }

  /// Reads a file whose YAML has been read before, by [YamlDialect#GO_V3].
  ///
  /// @param kind what [FileKind#of] says of it
  public static RuleReading read(YamlStream stream, FileKind kind, RuleFileOptions options) {
    GroupReader groups = new GroupReader(options);
    if (kind == FileKind.PROMETHEUS_RULE) {
      stream.documents().forEach(groups::resource);
    } else {
      stream.first().ifPresent(groups::file);
    }
    List<RuleProblem> problems = new ArrayList<>();
    boolean all = kind == FileKind.PROMETHEUS_RULE;
    for (YamlProblem problem : stream.problems()) {
      if (all || concernsFirst(problem, stream)) {
        problems.add(RuleProblems.decoding(problem));
      }
    }
    problems.addAll(groups.problems());
    problems.addAll(all ? strayGroups(stream) : laterDocuments(stream));
    boolean readable = !stream.documents().isEmpty() || stream.complete();
    RuleFile file = readable ? new RuleFile(stream.file(), groups.groups()) : null;
    Set<RuleDialect> dialects = groups.dialects();
    return new RuleReading(
        stream.file(), kind, dialects, file, problems, stream.documents().size());
  }

  /// Prometheus does not look beyond the first document.
  private static boolean concernsFirst(YamlProblem problem, YamlStream stream) {
    if (stream.documents().isEmpty()) {
      return true;
    }
    int end = stream.documents().getFirst().written().span().end();
    return problem.kind() != YamlProblem.Kind.SYNTAX
        && problem.diagnostic().location().span().start() < end;
  }

  private static List<RuleProblem> laterDocuments(YamlStream stream) {
    return stream.documents().size() < 2
        ? List.of()
        : List.of(
            unread(
                stream.documents().get(1),
                "only the first document of a rule file is read",
                "put all groups into one document, or the others into files of their own"));
  }

  // Other resources are none of ours, but groups without a kind were meant to be read.
  private static List<RuleProblem> strayGroups(YamlStream stream) {
    List<RuleProblem> found = new ArrayList<>();
    for (YamlNode document : stream.documents()) {
      if (document instanceof YamlNode.MappingNode mapping
          && mapping.has("groups")
          && !mapping.has("kind")) {
        found.add(
            unread(
                document,
                "beside PrometheusRule resources a document of groups is not read",
                "make it the spec of a PrometheusRule, or put it into a file of its own"));
      }
    }
    return found;
  }

  private static RuleProblem unread(YamlNode document, String message, String help) {
    Diagnostic diagnostic =
        Diagnostic.of(UNREAD, Severity.WARNING, message, document.written()).withHelp(help);
    return new RuleProblem(diagnostic, null, Stage.REMARK);
  }
}

package dev.firedrill.yaml;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import java.util.List;
import java.util.Optional;

/// The documents of a YAML file, up to the first that is not well-formed.
///
/// @param documents one a document; a null scalar for an empty one
/// @param problems what was wrong, at most one of it with the syntax
/// @param complete whether the whole file was read; false after a syntax error
public record YamlStream(
    SourceFile file, List<YamlNode> documents, List<YamlProblem> problems, boolean complete) {
  public YamlStream {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }

  /// {@return the first document, which is all that Prometheus and Alertmanager look at; nothing
  /// for an empty file, or if the first document is not well-formed}
  public Optional<YamlNode> first() {
    return documents.isEmpty() ? Optional.empty() : Optional.of(documents.getFirst());
  }

  /// {@return what was wrong, in the order of the file}
  public List<Diagnostic> diagnostics() {
    YamlProblems all = new YamlProblems();
    all.addAll(problems);
    return all.diagnostics();
  }
}

package dev.firedrill.yaml;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticOrder;
import dev.firedrill.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with a file while it is read.
public final class YamlProblems {
  private final List<YamlProblem> problems = new ArrayList<>();

  /// Notes one of the errors that Go's YAML libraries collect.
  public void type(Diagnostic diagnostic, String goText) {
    problems.add(new YamlProblem(diagnostic, goText, YamlProblem.Kind.TYPE));
  }

  /// Notes that a field's value is not what its own reader wants.
  public void value(Diagnostic diagnostic, String goText) {
    problems.add(new YamlProblem(diagnostic, goText, YamlProblem.Kind.VALUE));
  }

  /// Notes an error of ours that no YAML library would find; it is worded alike in both forms.
  public void value(String check, String message, Location location) {
    value(Diagnostic.error(check, message, location), message);
  }

  /// Says otherwise what was noted of a place.
  ///
  /// @param ending how the text ends that is replaced
  void reword(Location place, String ending, String goText) {
    for (int i = 0; i < problems.size(); i++) {
      YamlProblem problem = problems.get(i);
      if (problem.goText().endsWith(ending) && problem.diagnostic().location().equals(place)) {
        problems.set(i, new YamlProblem(problem.diagnostic(), goText, problem.kind()));
      }
    }
  }

  /// Takes over what was found elsewhere.
  public void addAll(List<YamlProblem> more) {
    problems.addAll(more);
  }

  /// {@return whether nothing is wrong so far}
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /// {@return everything in the order it was found, which is the order of Go's messages}
  public List<YamlProblem> all() {
    return List.copyOf(problems);
  }

  /// {@return the diagnostics in the order of the file}
  public List<Diagnostic> diagnostics() {
    return problems.stream().map(YamlProblem::diagnostic).sorted(DiagnosticOrder::byPlace).toList();
  }
}

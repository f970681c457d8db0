package dev.firedrill.yaml;

import dev.firedrill.diagnostic.Diagnostic;

/// Ends the reading of a file that is not well-formed.
final class YamlSyntaxError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient YamlProblem problem;

  YamlSyntaxError(Diagnostic diagnostic, String goText) {
    super(diagnostic.message(), null, false, false);
    this.problem = new YamlProblem(diagnostic, goText, YamlProblem.Kind.SYNTAX);
  }

  YamlProblem problem() {
    return problem;
  }
}

package dev.firedrill.template;

import java.util.List;

/// What came of parsing a template.
public sealed interface TemplateResult {
  /// A template that can be run.
  record Parsed(TemplateSet templates) implements TemplateResult {}

  /// A template that Go rejects.
  ///
  /// @param errors at least one; Go shows the first
  record Rejected(List<TemplateError> errors) implements TemplateResult {
    public Rejected {
      errors = List.copyOf(errors);
    }

    /// {@return the error that Go shows}
    public TemplateError first() {
      return errors.getFirst();
    }
  }
}

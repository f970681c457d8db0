package dev.firedrill.template.run;

import dev.firedrill.template.TemplateSet;
import dev.firedrill.template.value.Value;

/// The front door to running templates.
public final class TemplateRun {
  private TemplateRun() {}

  /// Runs the main template of a set. Never throws, whatever the template.
  ///
  /// @param data what `.` and `$` stand for; a struct with the fields of its predeclared variables
  ///     where the templates' dialect has any
  public static RunResult run(TemplateSet templates, Value data, RunOptions options) {
    try {
      return new RunResult.Completed(new Execution(templates, options, data).run(data));
    } catch (ExecutionFailure failure) {
      return new RunResult.Failed(failure.words());
    } catch (StackOverflowError e) {
      String name = templates.main().source().name();
      return new RunResult.Failed("template: " + name + ": nested too deeply");
    }
  }
}

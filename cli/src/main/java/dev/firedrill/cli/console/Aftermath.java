package dev.firedrill.cli.console;

import dev.firedrill.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// What a command finds out about its input only while it works with it: damaged files, answers
/// that did not come. Its results stand, and the user is told what they lack.
public final class Aftermath {
  private final List<Supplier<List<Diagnostic>>> sources = new ArrayList<>();
  private final List<Supplier<List<String>>> remarks = new ArrayList<>();
  private final Set<String> failures = new LinkedHashSet<>();

  /// Has something asked once the command has run.
  public void ask(Supplier<List<Diagnostic>> source) {
    sources.add(source);
  }

  /// Has something asked for warnings once the command has run, which do not make it fail.
  public void askForWarnings(Supplier<List<String>> source) {
    remarks.add(source);
  }

  /// {@return the warnings, each once}
  public Set<String> warnings() {
    Set<String> all = new LinkedHashSet<>();
    for (Supplier<List<String>> source : remarks) {
      all.addAll(source.get());
    }
    return all;
  }

  /// Tells at the end of something that could not be done, once.
  ///
  /// @param message one sentence for the user
  public void fail(String message) {
    failures.add(message);
  }

  /// {@return what could not be done}
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /// {@return all that is told by what is to be asked}
  public List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>();
    for (Supplier<List<Diagnostic>> source : sources) {
      all.addAll(source.get());
    }
    return all;
  }
}

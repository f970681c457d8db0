package dev.firedrill.cli.change;

import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.ServerSource;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules that a version of the files has.
///
/// @param stack the stack that they belong to, as it was then; null where the settings name none
public record RuleVersion(Version version, RuleInputs inputs, @Nullable StackFiles stack) {
  /// Reads the rules of a version.
  ///
  /// @param stacks those of the settings, as the version has them
  public static RuleVersion read(Version version, List<StackFiles> stacks, RuleFileOptions options)
      throws IOException {
    Session session = version.scene().session();
    List<String> paths = version.paths();
    if (paths.isEmpty()) {
      paths = Stacks.files(session, stacks, StackFiles::rules);
      paths = paths.isEmpty() && stacks.isEmpty() ? List.of(".") : paths;
    }
    RuleInputs inputs = inputs(version, paths, options);
    return new RuleVersion(version, inputs, stack(session, inputs, stacks));
  }

  /// Reads the rules of one stack of a version.
  ///
  /// @param stack null where the version has no such stack, and so no rules
  static RuleVersion ofStack(Version version, @Nullable StackFiles stack, RuleFileOptions options)
      throws IOException {
    Session session = version.scene().session();
    List<String> paths =
        stack == null ? List.of() : Stacks.files(session, List.of(stack), StackFiles::rules);
    return new RuleVersion(version, inputs(version, paths, options), stack);
  }

  private static RuleInputs inputs(Version version, List<String> paths, RuleFileOptions options)
      throws IOException {
    return RuleInputs.read(version.scene().session(), version.scene().select(paths), options)
        .withoutForeign();
  }

  private static @Nullable StackFiles stack(
      Session session, RuleInputs inputs, List<StackFiles> stacks) {
    for (StackFiles stack : stacks) {
      for (String path : inputs.paths()) {
        Path file = session.resolve(path).toAbsolutePath().normalize();
        if (stack.rules().contains(file)) {
          return stack;
        }
      }
    }
    return stacks.size() == 1 ? stacks.getFirst() : null;
  }

  /// {@return what Prometheus would refuse them for}
  public List<Diagnostic> errors() {
    return inputs.diagnostics().stream().filter(each -> each.severity() == Severity.ERROR).toList();
  }

  /// {@return the rule files}
  /// @throws RejectedException when Prometheus would refuse one
  public List<RuleFile> valid() {
    if (!errors().isEmpty()) {
      throw new RejectedException(inputs.diagnostics());
    }
    inputs.tellOfUnread(version.scene().session());
    return inputs.files();
  }

  /// {@return the server that they run on, as far as this version of the files tells}
  public KnownServer server(ServerSource servers) throws IOException {
    StackFiles own = stack();
    return servers.told(version.scene().session(), own == null ? null : own.prometheus());
  }
}

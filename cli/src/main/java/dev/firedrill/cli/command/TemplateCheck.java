package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.cli.option.FindingsOptions;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.ProjectOptions;
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.routing.TemplateFindings;
import dev.firedrill.cli.routing.TemplateSelection;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SecretMasking;
import dev.firedrill.settings.StackFiles;
import dev.firedrill.settings.StackPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// `template check`: what Alertmanager would reject in files of notification templates, and calls
/// of templates that none of the files defines.
final class TemplateCheck implements Command {
  private final Values files;
  private final ProjectOptions project;
  private final FindingsOptions findings;

  TemplateCheck(Options options) {
    files =
        options.arguments(
            "[FILE...]",
            "templates, folders of *.tmpl, configurations that name templates, globs, or -"
                + " (default: the settings' templates, or this folder)");
    project = ProjectOptions.of(options);
    findings = new FindingsOptions(options);
    options.example("firedrill template check templates/", "would Alertmanager load them?");
    options.example("firedrill template check alertmanager.yml", "those that this one loads");
  }

  @Override
  public int run(Session session) throws IOException {
    List<String> paths = paths(session);
    TemplateSelection selection = TemplateSelection.of(session, paths);
    if (selection.files().isEmpty() && selection.diagnostics().isEmpty()) {
      throw new CommandException("no templates (*.tmpl) in " + String.join(", ", paths));
    }
    List<Diagnostic> found = new ArrayList<>(selection.diagnostics());
    found.addAll(TemplateFindings.of(selection.files()));
    Set<String> read = new LinkedHashSet<>();
    selection.diagnostics().forEach(each -> read.add(each.location().file().path()));
    selection.files().forEach(each -> read.add(each.path()));
    return findings.report(
        session, Judgement.of(found, List.copyOf(read), -1, List.of(), SecretMasking.ofText()));
  }

  private List<String> paths(Session session) throws IOException {
    if (!files.get().isEmpty()) {
      return files.get();
    }
    List<StackFiles> stacks = project.stacks(session);
    List<String> named = new ArrayList<>(project.files(session, StackPart.TEMPLATES));
    for (StackFiles stack : stacks) {
      Path configuration = stack.alertmanager();
      if (configuration != null) {
        named.add(Stacks.shown(session, configuration));
      }
    }
    return named.isEmpty() ? List.of(".") : named;
  }
}

package dev.firedrill.cli.command;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.PathSelection;
import dev.firedrill.cli.option.FindingsOptions;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.routing.TemplateFindings;
import dev.firedrill.diagnostic.SecretMasking;
import dev.firedrill.diagnostic.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `template check`: what Alertmanager would reject in files of notification templates, and calls
/// of templates that none of the files defines.
final class TemplateCheck implements Command {
  private final Values files;
  private final FindingsOptions findings;

  TemplateCheck(Options options) {
    files = options.arguments("FILE...", "files of templates, or - for standard input");
    findings = new FindingsOptions(options);
    options.example("firedrill template check templates/*.tmpl", "would Alertmanager load them?");
  }

  @Override
  public int run(Session session) throws IOException {
    List<InputFile> inputs = PathSelection.of(session, files.required());
    List<SourceFile> sources = new ArrayList<>();
    for (InputFile input : inputs) {
      sources.add(input.read(session));
    }
    return findings.report(session, inputs, TemplateFindings.of(sources), SecretMasking.ofText());
  }
}

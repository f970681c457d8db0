package dev.firedrill.cli.report;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Settings for people: each stack with its files.
///
/// @param stacks those that are shown
public record SettingsText(Session session, SettingsFile settings, List<StackFiles> stacks)
    implements Report {
  public SettingsText {
    stacks = List.copyOf(stacks);
  }

  @Override
  public void write(Appendable out) throws IOException {
    out.append("settings: ").append(settings.source().path()).append('\n');
    for (StackFiles stack : stacks) {
      out.append("stack ").append(stack.name()).append('\n');
      files(out, "rules", stack.rules());
      files(out, "tests", stack.tests());
      file(out, "prometheus", stack.prometheus());
      file(out, "alertmanager", stack.alertmanager());
      files(out, "templates", stack.templates());
      files(out, "data", stack.data());
    }
  }

  private void files(Appendable out, String title, List<Path> files) throws IOException {
    for (Path file : files) {
      file(out, title, file);
    }
  }

  private void file(Appendable out, String title, @Nullable Path file) throws IOException {
    if (file != null) {
      out.append("  ").append(title).append(": ").append(Stacks.shown(session, file)).append('\n');
    }
  }
}

package dev.firedrill.cli.report;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Settings as JSON: each stack with its files.
///
/// @param stacks those that are shown
public record SettingsJson(Session session, SettingsFile settings, List<StackFiles> stacks)
    implements Report {
  public SettingsJson {
    stacks = List.copyOf(stacks);
  }

  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object().name("path").value(settings.source().path()).name("stacks").object();
    for (StackFiles stack : stacks) {
      json.name(stack.name()).object();
      files(json.name("rules"), stack.rules());
      files(json.name("tests"), stack.tests());
      file(json.name("prometheus"), stack.prometheus());
      file(json.name("alertmanager"), stack.alertmanager());
      files(json.name("templates"), stack.templates());
      files(json.name("data"), stack.data());
      json.end();
    }
    json.end().end();
    out.append(text).append('\n');
  }

  private void files(Json json, List<Path> files) {
    json.array();
    for (Path file : files) {
      json.value(Stacks.shown(session, file));
    }
    json.end();
  }

  private void file(Json json, @Nullable Path file) {
    if (file == null) {
      json.nothing();
    } else {
      json.value(Stacks.shown(session, file));
    }
  }
}

package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Parameter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The checks, as JSON: what each is about and what can be set.
///
/// @param checks in the order in which they are listed
/// @param page what the documentation says of a single one; empty for all of them
public record CheckListJson(List<CheckInfo> checks, Optional<CheckPage> page) implements Report {
  /// All checks.
  public CheckListJson(List<CheckInfo> checks) {
    this(checks, Optional.empty());
  }

  public CheckListJson {
    checks = List.copyOf(checks);
  }

  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object().name("checks").array();
    for (CheckInfo info : checks) {
      write(json, info);
    }
    json.end().end();
    out.append(text).append('\n');
  }

  private void write(Json json, CheckInfo info) {
    json.object().name("check").value(info.id());
    json.name("severity").value(info.severity().word());
    json.name("enabled").value(info.enabled());
    json.name("summary").value(info.summary());
    json.name("parameters").array();
    for (Parameter<?> parameter : info.parameters()) {
      json.object().name("name").value(parameter.name());
      json.name("meaning").value(parameter.meaning());
      json.name("default").value(CheckList.shown(parameter.defaultValue())).end();
    }
    json.end();
    page.ifPresent(
        found -> json.name("page").value(found.file().toString()).name("text").value(found.text()));
    json.end();
  }
}

package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Checks;
import dev.firedrill.lint.Parameter;
import java.util.List;
import java.util.Optional;

/// The part of a SARIF log that says which program ran and what its checks are about.
final class SarifRules {
  private SarifRules() {}

  static void write(Json json, String version, List<String> checks) {
    json.name("tool").object().name("driver").object();
    json.name("name").value("Firedrill");
    json.name("version").value(version);
    json.name("informationUri").value(DocumentationPages.START);
    json.name("rules").array();
    for (String id : checks) {
      rule(json, id);
    }
    json.end().end().end();
  }

  private static void rule(Json json, String id) {
    Optional<CheckInfo> info = Checks.info(id);
    json.object();
    json.name("id").value(id);
    json.name("name").value(name(id));
    String summary = info.map(CheckInfo::summary).orElse(id);
    text(json, "shortDescription", summary);
    text(json, "fullDescription", summary + ".");
    json.name("helpUri").value(DocumentationPages.of(id));
    json.name("help").object();
    json.name("text").value(help(id, summary, info, false));
    json.name("markdown").value(help(id, summary, info, true)).end();
    Severity severity = info.map(CheckInfo::severity).orElse(Severity.WARNING);
    json.name("defaultConfiguration").object();
    json.name("enabled").value(info.map(CheckInfo::enabled).orElse(true));
    json.name("level").value(level(severity)).end();
    properties(json, id, severity);
    json.end();
  }

  private static void properties(Json json, String id, Severity severity) {
    json.name("properties").object();
    json.name("tags").array().value("prometheus");
    json.value(id.substring(0, Math.max(0, id.indexOf('/')))).end();
    json.name("precision").value(severity == Severity.INFO ? "medium" : "high");
    json.name("problem.severity")
        .value(severity == Severity.INFO ? "recommendation" : severity.word());
    json.end();
  }

  private static String help(
      String id, String summary, Optional<CheckInfo> info, boolean markdown) {
    StringBuilder out = new StringBuilder(markdown ? "**" + id + "**: " : id + ": ");
    out.append(summary).append(".\n");
    for (Parameter<?> parameter : info.map(CheckInfo::parameters).orElse(List.of())) {
      out.append(markdown ? "\n- `" + parameter.name() + "`" : "\n" + parameter.name());
      out.append(": ").append(parameter.meaning());
    }
    String page = DocumentationPages.of(id);
    out.append(markdown ? "\n\n[Why, examples, settings](" + page + ")\n" : "\n" + page + "\n");
    return out.toString();
  }

  /// {@return an id as SARIF wants names: `threshold/never-resolves` is `ThresholdNeverResolves`}
  private static String name(String id) {
    StringBuilder out = new StringBuilder();
    boolean upper = true;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c == '/' || c == '-') {
        upper = true;
      } else {
        out.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return out.toString();
  }

  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  static void text(Json json, String name, String text) {
    json.name(name).object().name("text").value(text).end();
  }
}

package dev.firedrill.cli.report;

import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The checks, for people.
public final class CheckList {
  // Wide enough for all there are now, so that a new check moves no column.
  private static final int WIDTH = 36;

  private CheckList() {}

  /// {@return one line for each check}
  public static String list(List<CheckInfo> checks) {
    int width = WIDTH;
    for (CheckInfo info : checks) {
      width = Math.max(width, info.id().length());
    }
    StringBuilder out = new StringBuilder();
    for (CheckInfo info : checks) {
      out.append(padded(info.id(), width + 2));
      out.append(padded(info.enabled() ? info.severity().word() : "off", 9));
      out.append(info.summary()).append('\n');
    }
    return out.toString();
  }

  /// {@return what a check is about and what can be set}
  ///
  /// @param page what the documentation says of it
  public static String explain(CheckInfo info, Optional<CheckPage> page) {
    StringBuilder out = new StringBuilder();
    out.append(info.id()).append(": ").append(info.summary()).append('\n');
    out.append("severity: ").append(info.severity().word());
    out.append(info.convention() ? ", warning under the preset strict" : "");
    out.append(info.enabled() ? "" : ", off by default").append('\n');
    for (Parameter<?> parameter : info.parameters()) {
      out.append("parameter ").append(parameter.name()).append(": ").append(parameter.meaning());
      out.append(" (default: ").append(shown(parameter.defaultValue())).append(")\n");
    }
    page.ifPresent(
        found -> out.append(found.prose()).append('\n').append(found.file()).append('\n'));
    return out.toString();
  }

  /// {@return the default of a parameter, for people}
  static String shown(Object value) {
    return switch (value) {
      case Duration duration ->
          duration.isZero() ? "not known" : PrometheusDuration.format(duration.toMillis());
      case List<?> list -> list.isEmpty() ? "none" : String.join(", ", texts(list));
      case Map<?, ?> map -> map.isEmpty() ? "none" : String.valueOf(map);
      case String text -> text.isEmpty() ? "none" : text;
      default -> String.valueOf(value);
    };
  }

  private static List<String> texts(List<?> list) {
    return list.stream().map(String::valueOf).toList();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}

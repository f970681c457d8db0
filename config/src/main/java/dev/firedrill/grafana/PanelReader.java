package dev.firedrill.grafana;

import static dev.firedrill.grafana.GrafanaReader.mappings;
import static dev.firedrill.grafana.GrafanaReader.text;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads the panels of a dashboard: of a file to provision, of an export, or of an answer of
/// Grafana's API, of today's form and of that with rows.
final class PanelReader {
  private static final int MAX_DEPTH = 20;
  private static final List<String> WRAPPERS = List.of("dashboard", "spec");

  private PanelReader() {}

  /// {@return whether a file is a dashboard, whatever its panels ask}
  static boolean isDashboard(MappingNode root) {
    if (holdsPanels(root)) {
      return true;
    }
    for (String wrapper : WRAPPERS) {
      if (root.get(wrapper).orElse(null) instanceof MappingNode inner && holdsPanels(inner)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsPanels(MappingNode fields) {
    return !mappings(fields, "panels").isEmpty() || !mappings(fields, "rows").isEmpty();
  }

  /// {@return the panels that ask a Prometheus, nested ones included}
  static List<Panel> panels(MappingNode root) {
    List<Panel> panels = new ArrayList<>();
    collect(root, panels, 0);
    for (String wrapper : WRAPPERS) {
      if (root.get(wrapper).orElse(null) instanceof MappingNode inner) {
        collect(inner, panels, 0);
      }
    }
    return panels;
  }

  private static void collect(MappingNode parent, List<Panel> panels, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    for (MappingNode row : mappings(parent, "rows")) {
      collect(row, panels, depth + 1);
    }
    for (MappingNode panel : mappings(parent, "panels")) {
      List<SourceText> expressions = expressions(panel);
      if (!expressions.isEmpty()) {
        SourceText title = text(panel, "title");
        panels.add(new Panel(title == null ? "" : title.text(), expressions, thresholds(panel)));
      }
      collect(panel, panels, depth + 1);
    }
  }

  private static List<SourceText> expressions(MappingNode panel) {
    List<SourceText> expressions = new ArrayList<>();
    for (MappingNode target : mappings(panel, "targets")) {
      YamlNode source = target.get("datasource").or(() -> panel.get("datasource")).orElse(null);
      SourceText expression = text(target, "expr");
      if (expression != null && mayBePrometheus(source, expression.text())) {
        expressions.add(expression);
      }
    }
    return expressions;
  }

  // A data source by name may be any; Loki's queries stand under `expr`, too.
  private static boolean mayBePrometheus(@Nullable YamlNode source, String expression) {
    if (source instanceof MappingNode fields) {
      SourceText type = text(fields, "type");
      if (type != null) {
        return type.text().equals("prometheus")
            || type.text().equals("grafana-amazonprometheus-datasource")
            || type.text().equals("grafana-azureprometheus-datasource");
      }
    }
    String name = source instanceof ScalarNode scalar ? scalar.text() : "";
    return !name.toLowerCase(Locale.ROOT).contains("loki") && !isLogQuery(expression);
  }

  // Filters and parsers of log lines follow a bar, which PromQL has in strings only.
  private static boolean isLogQuery(String expression) {
    char quote = 0;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (quote != 0) {
        i += c == '\\' && quote != '`' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'' || c == '`') {
        quote = c;
      } else if (c == '|') {
        return true;
      }
    }
    return false;
  }

  private static List<Located<Double>> thresholds(MappingNode panel) {
    List<Located<Double>> values = new ArrayList<>();
    for (MappingNode line : mappings(panel, "thresholds")) {
      add(line, values);
    }
    if (panel.get("fieldConfig").orElse(null) instanceof MappingNode config
        && config.get("defaults").orElse(null) instanceof MappingNode defaults
        && defaults.get("thresholds").orElse(null) instanceof MappingNode thresholds
        && areShown(panel, defaults)
        && !hasText(thresholds, "mode", "percentage")) {
      mappings(thresholds, "steps").forEach(step -> add(step, values));
    }
    return values;
  }

  // Every panel over time has thresholds, a mere 80 unless somebody chose; few show them.
  private static boolean areShown(MappingNode panel, MappingNode defaults) {
    if (!hasText(panel, "type", "timeseries")) {
      return true;
    }
    return defaults.get("custom").orElse(null) instanceof MappingNode custom
        && custom.get("thresholdsStyle").orElse(null) instanceof MappingNode style
        && text(style, "mode") != null
        && !hasText(style, "mode", "off");
  }

  private static boolean hasText(MappingNode fields, String name, String wanted) {
    SourceText text = text(fields, name);
    return text != null && text.text().equals(wanted);
  }

  private static void add(MappingNode step, List<Located<Double>> values) {
    SourceText value = text(step, "value");
    if (value == null) {
      return;
    }
    try {
      values.add(new Located<>(Double.parseDouble(value.text()), value.location()));
    } catch (NumberFormatException _) {
      // Grafana would not show it either.
    }
  }
}

package dev.firedrill.template;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a template may use: who runs it decides.
///
/// @param functions names of the functions, those built into Go among them
/// @param predeclared variables that stand before the text, as if written there
public record Dialect(Set<String> functions, List<Predeclared> predeclared) {
  private static final List<String> BUILT_IN =
      List.of(
          "and",
          "call",
          "eq",
          "ge",
          "gt",
          "html",
          "index",
          "js",
          "le",
          "len",
          "lt",
          "ne",
          "not",
          "or",
          "print",
          "printf",
          "println",
          "slice",
          "urlquery");

  /// Prometheus's functions in text mode, without predeclared variables.
  public static final Dialect PROMETHEUS =
      new Dialect(
          with(
              "args",
              "externalURL",
              "first",
              "graphLink",
              "humanize",
              "humanize1024",
              "humanizeDuration",
              "humanizePercentage",
              "humanizeTimestamp",
              "label",
              "match",
              "now",
              "parseDuration",
              "pathPrefix",
              "query",
              "reReplaceAll",
              "safeHtml",
              "sortByLabel",
              "stripDomain",
              "stripPort",
              "strvalue",
              "tableLink",
              "title",
              "toDuration",
              "toLower",
              "toTime",
              "toUpper",
              "urlQueryEscape",
              "value"),
          List.of());

  /// Prometheus's consoles: its functions, and one that calls templates by computed names.
  public static final Dialect CONSOLE = new Dialect(and(PROMETHEUS.functions, "tmpl"), List.of());

  /// Labels and annotations of alerting rules: Prometheus's functions, and four variables.
  public static final Dialect RULE =
      new Dialect(
          PROMETHEUS.functions,
          List.of(
              new Predeclared("$labels", "Labels"),
              new Predeclared("$externalLabels", "ExternalLabels"),
              new Predeclared("$externalURL", "ExternalURL"),
              new Predeclared("$value", "Value")));

  /// Notification templates of Alertmanager 0.34.
  public static final Dialect ALERTMANAGER =
      new Dialect(
          with(
              "append",
              "base64decode",
              "base64encode",
              "date",
              "dict",
              "humanizeDuration",
              "join",
              "list",
              "match",
              "mustToDate",
              "now",
              "reReplaceAll",
              "routeLabels",
              "safeHtml",
              "safeUrl",
              "since",
              "stringSlice",
              "title",
              "toDate",
              "toJson",
              "toLower",
              "toUpper",
              "trimSpace",
              "tz",
              "urlUnescape"),
          List.of());

  public Dialect {
    functions = Set.copyOf(functions);
    predeclared = List.copyOf(predeclared);
  }

  private static Set<String> with(String... names) {
    Set<String> all = new HashSet<>(BUILT_IN);
    all.addAll(List.of(names));
    return all;
  }

  private static Set<String> and(Set<String> names, String name) {
    Set<String> all = new HashSet<>(names);
    all.add(name);
    return all;
  }

  /// {@return whether a function exists}
  public boolean hasFunction(String name) {
    return functions.contains(name);
  }

  /// {@return how many bytes stand before the text on its first line where Go counts columns}
  public int prefixLength() {
    int length = 0;
    for (Predeclared variable : predeclared) {
      length += variable.declaration().length();
    }
    return length;
  }

  /// A variable that stands for a field of the data.
  ///
  /// @param name with its `$`
  public record Predeclared(String name, String field) {
    private String declaration() {
      return "{{" + name + " := ." + field + "}}";
    }
  }
}

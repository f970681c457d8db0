package dev.firedrill.rules.edit;

import dev.firedrill.diagnostic.SourceFile;
import java.util.List;
import java.util.Random;

/// Rule files as people write them: expressions in all styles of YAML, with comments in all sorts
/// of places, indented in several ways, with either line break, with and without one at the end.
public final class RandomRules {
  private final Random random;
  private int comments;

  private RandomRules(Random random) {
    this.random = random;
  }

  /// {@return a file of which no more is known than that it is valid}
  public static SourceFile file(Random random) {
    RandomRules rules = new RandomRules(random);
    String text = rules.text();
    if (rules.chance(3)) {
      text = text.replace("\n", "\r\n");
    }
    if (rules.chance(3)) {
      text = text.stripTrailing();
    }
    return SourceFile.of("rules.yml", rules.chance(4) ? "\uFEFF" + text : text);
  }

  private String text() {
    if (chance(4)) {
      String head = "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec:\n";
      return head + groups("  ") + (chance(2) ? "---\n" + head + groups("    ") : "");
    }
    return (chance(2) ? "# rules of Zoë 🔥\n" : "") + groups("");
  }

  private String groups(String margin) {
    String dash = margin + (chance(2) ? "" : "  ");
    StringBuilder out = new StringBuilder(margin + "groups:" + comment() + "\n");
    out.append(dash).append("- name: group").append(random.nextInt(100)).append('\n');
    String inner = dash + "  ";
    out.append(inner).append("rules:\n");
    String rules = inner + pick("", "  ");
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      rule(rules, i, out);
    }
    return out.toString();
  }

  private void rule(String dash, int index, StringBuilder out) {
    if (chance(6)) {
      out.append(dash).append("# a comment of its own\n");
    }
    String name = "{{ $labels.ü }} # no comment";
    if (chance(6)) {
      String expr = oneLine(expr(2));
      out.append(dash).append("- {record: r").append(index).append(", expr: ");
      out.append(quoted(expr)).append("}").append(comment()).append('\n');
      return;
    }
    String key = dash + "  ";
    boolean exprFirst = chance(5);
    out.append(dash).append("- ");
    if (exprFirst) {
      expr(key, out);
      out.append(key);
    }
    out.append("alert: A").append(index).append(comment()).append('\n');
    if (!exprFirst) {
      expr(key, out.append(key));
    }
    out.append(key).append("annotations: {text: '").append(name).append("'}\n");
  }

  private void expr(String key, StringBuilder out) {
    String expr = expr(3);
    String margin = key + " ".repeat(1 + random.nextInt(4));
    out.append("expr:");
    switch (random.nextInt(6)) {
      case 0 -> block("|" + pick("", "-", "+"), expr, margin, out);
      case 1 -> block(">" + pick("", "-"), oneLine(expr), margin, out);
      case 2 -> out.append(' ').append(quoted(expr)).append(comment()).append('\n');
      case 3 -> out.append(" '").append(oneLine(expr).replace("'", "''")).append('\'').append('\n');
      case 4 -> out.append('\n').append(margin).append(plain(expr, margin)).append('\n');
      default -> out.append(' ').append(plain(expr, margin)).append(comment()).append('\n');
    }
  }

  private void block(String header, String text, String margin, StringBuilder out) {
    out.append(' ').append(header).append(comment()).append('\n');
    for (String line : text.split("\n", -1)) {
      out.append(line.isBlank() ? "" : margin + line.strip()).append('\n');
    }
    out.append(chance(4) ? "\n" : "");
  }

  // Where a line starts with an operator, YAML takes none of it for something else.
  private static String plain(String expr, String margin) {
    String line = oneLine(expr).replace("\"", "'").replace(" * ", "\n" + margin + "* ");
    return line.startsWith("{") || line.startsWith("-") ? "(" + line + ")" : line;
  }

  private static String oneLine(String expr) {
    return expr.replaceAll("#[^\n]*", "").replace("\n", " ").strip();
  }

  private static String quoted(String expr) {
    return "\"" + expr.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private String expr(int depth) {
    if (depth == 0 || chance(5)) {
      return selector();
    }
    String inner = expr(depth - 1);
    return switch (random.nextInt(6)) {
      case 0 -> "sum" + space() + "(" + inner + ")" + space() + "by" + space() + "(a,b)";
      case 1 -> inner + gap() + "*" + gap() + expr(depth - 1);
      case 2 -> inner + gap() + "> " + pick("5", "1e6", "0x1F", "1000000", "-1");
      case 3 ->
          "rate"
              + space()
              + "("
              + pick("up", "x:y{a!~'b'}")
              + "["
              + pick("90s", "1h30m")
              + "]"
              + ")";
      case 4 -> "max_over_time((" + inner + ")[1h:5m]" + ")";
      default -> "label_replace(" + inner + "," + gap() + "'x', \"$1\", 'y', \"(.*)\\\\.é\")";
    };
  }

  private String selector() {
    return pick(
        "up",
        "metric_with_a_name_that_is_longer_than_most_others_are_and_so_takes_up_a_good_part_of_it",
        "up{job=~\"a|b\",  x!='ü'}",
        "errors_total{ code = \"5..\" } offset 60s",
        "{__name__=\"x:y\", a=`b\\d`}");
  }

  private String gap() {
    return switch (random.nextInt(8)) {
      case 0 -> "\n";
      case 1 -> " # why " + comments++ + "\n";
      case 2 -> "   ";
      default -> " ";
    };
  }

  private String space() {
    return pick("", " ");
  }

  private String comment() {
    return chance(4) ? "  # note " + comments++ : "";
  }

  private String pick(String... from) {
    return List.of(from).get(random.nextInt(from.length));
  }

  private boolean chance(int in) {
    return random.nextInt(in) == 0;
  }
}

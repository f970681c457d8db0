package dev.firedrill.rules.run;

import java.util.List;
import java.util.Random;

/// Writes rule files that are right in form and wild in what they read from each other.
public final class RandomRules {
  private static final List<String> GIVEN = List.of("m0", "m1", "m2");
  private static final List<String> RECORDED = List.of("r0", "r1", "r2", "r3", "r4");
  private static final List<String> ALERTS = List.of("A0", "A1", "A2");

  private final Random random;

  /// Rules of one choice after the other.
  public RandomRules(Random random) {
    this.random = random;
  }

  /// {@return a rule file}
  public String file() {
    StringBuilder file = new StringBuilder("groups:\n");
    int groups = 1 + random.nextInt(3);
    for (int group = 0; group < groups; group++) {
      file.append("- name: g").append(group).append('\n');
      if (random.nextInt(6) == 0) {
        file.append("  limit: ").append(1 + random.nextInt(3)).append('\n');
      }
      if (random.nextInt(4) == 0) {
        file.append("  query_offset: ").append(pick("30s", "1m", "2m")).append('\n');
      }
      file.append("  rules:\n");
      int rules = 1 + random.nextInt(4);
      for (int rule = 0; rule < rules; rule++) {
        file.append(random.nextInt(3) == 0 ? alert() : record());
      }
    }
    return file.toString();
  }

  private String record() {
    String labels = random.nextInt(3) == 0 ? "    labels: {a: " + pick("x", "''", "n") + "}\n" : "";
    return "  - record: " + pick(RECORDED) + "\n    expr: '" + vector(3) + "'\n" + labels;
  }

  private String alert() {
    StringBuilder alert = new StringBuilder();
    alert.append("  - alert: ").append(pick(ALERTS)).append('\n');
    alert.append("    expr: '").append(vector(2)).append(pick("", " > 3", " < 5")).append("'\n");
    if (random.nextBoolean()) {
      alert.append("    for: ").append(pick("1m", "2m", "3m")).append('\n');
    }
    if (random.nextInt(3) == 0) {
      alert.append("    keep_firing_for: ").append(pick("1m", "2m")).append('\n');
    }
    if (random.nextInt(2) == 0) {
      alert.append("    labels: {s: \"").append(pick("p", "w", "v{{ $value }}")).append("\"}\n");
    }
    if (random.nextInt(3) == 0) {
      String text =
          pick(
              "{{ $labels.a }} {{ $value }}",
              "{{ with query \"sum(r1)\" }}{{ . | first | value }}{{ end }}",
              "{{ range query \"ALERTS\" }}{{ .Labels.alertname }}{{ end }}",
              "{{ printf \"count(%s)\" \"r2\" | query | len }}");
      alert.append("    annotations: {t: '").append(text).append("'}\n");
    }
    return alert.toString();
  }

  private String vector(int depth) {
    if (depth == 0) {
      return selector() + moved();
    }
    return switch (random.nextInt(17)) {
      case 0, 1 -> "sum by (a) (" + vector(depth - 1) + ")";
      case 2 -> pick("sum", "avg", "max", "count", "stddev") + "(" + vector(depth - 1) + ")";
      case 3 -> "topk(2, " + vector(depth - 1) + ")";
      case 4 -> vector(depth - 1) + pick(" + ", " / ", " * ") + vector(depth - 1);
      case 5 -> vector(depth - 1) + pick(" + on (a) ", " > on (a) ") + vector(depth - 1);
      case 6 -> vector(depth - 1) + " - on (a) group_left () " + vector(depth - 1);
      case 7 -> vector(depth - 1) + pick(" and ", " or ", " unless on (a) ") + vector(depth - 1);
      case 8 -> over() + "(" + selector() + pick("[2m]", "[5m]") + moved() + ")";
      case 9 ->
          over() + "((" + vector(depth - 1) + ")[3m:" + pick("1m", "30s", "") + "]" + moved() + ")";
      case 10 -> "label_replace(" + vector(depth - 1) + ", \"b\", \"$1\", \"a\", \"(.).*\")";
      case 11 -> "(" + vector(depth - 1) + pick(" > 2", " < 6", " * 0.1", " >= bool 4") + ")";
      case 12 -> "absent(" + vector(depth - 1) + ")";
      case 13 -> "count_values(\"v\", " + vector(depth - 1) + ")";
      case 14 -> "max without (b) (" + vector(depth - 1) + ")";
      case 15 -> pick("sort(", "timestamp(", "abs(") + vector(depth - 1) + ")";
      default -> selector() + moved();
    };
  }

  private String over() {
    return pick("rate", "sum_over_time", "max_over_time", "count_over_time", "last_over_time");
  }

  private String moved() {
    return random.nextInt(6) == 0
        ? pick(" offset 1m", " offset 2m", " offset -1m", " @ 240", " offset 30s")
        : "";
  }

  private String selector() {
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3, 4 -> pick(GIVEN);
      case 5, 6, 7, 8 -> pick(RECORDED);
      case 9 -> pick("ALERTS", "ALERTS{alertname=\"A1\"}", "ALERTS_FOR_STATE{s!=\"p\"}");
      case 10 -> pick("{__name__=~\"r[12]\"}", "{__name__=~\"m.\",a=\"x\"}");
      default -> pick("{a=\"x\"}", "{a=\"x\",alertname=\"\"}", "m0{b=~\".+\"}");
    };
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}

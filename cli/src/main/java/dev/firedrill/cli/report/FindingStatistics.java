package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many findings there are of each check, the most frequent first.
public final class FindingStatistics {
  private static final int COUNT_WIDTH = 6;
  private static final int SEVERITY_WIDTH = 9;

  private FindingStatistics() {}

  private record Kind(String check, Severity severity) {}

  private static List<Map.Entry<Kind, Integer>> counts(List<Diagnostic> findings) {
    Map<Kind, Integer> counts = new HashMap<>();
    for (Diagnostic finding : findings) {
      counts.merge(new Kind(finding.check(), finding.severity()), 1, Integer::sum);
    }
    List<Map.Entry<Kind, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(
        Map.Entry.<Kind, Integer>comparingByValue()
            .reversed()
            .thenComparing(entry -> entry.getKey().check())
            .thenComparing(entry -> entry.getKey().severity(), Comparator.naturalOrder()));
    return sorted;
  }

  /// {@return one line for each check and severity}
  public static String text(List<Diagnostic> findings) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<Kind, Integer> entry : counts(findings)) {
      String count = String.valueOf(entry.getValue());
      String severity = entry.getKey().severity().word();
      out.append(" ".repeat(Math.max(0, COUNT_WIDTH - count.length()))).append(count);
      out.append("  ").append(severity);
      out.append(" ".repeat(SEVERITY_WIDTH - severity.length()));
      out.append(entry.getKey().check()).append('\n');
    }
    return out.toString();
  }

  /// Writes the member `statistics` of an object: the count of each check and severity.
  public static void write(Json json, List<Diagnostic> findings) {
    json.name("statistics").array();
    for (Map.Entry<Kind, Integer> entry : counts(findings)) {
      json.object().name("check").value(entry.getKey().check());
      json.name("severity").value(entry.getKey().severity().word());
      json.name("count").value(entry.getValue()).end();
    }
    json.end();
  }
}

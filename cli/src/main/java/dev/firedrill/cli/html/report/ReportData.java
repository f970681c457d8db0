package dev.firedrill.cli.html.report;

import dev.firedrill.cli.report.ValueText;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The data of a page while it is written: JSON that names each text once and counts time from the
/// start of the report, so that thousands of alerts stay small.
public final class ReportData {
  private final Json json;
  private final HiddenSecrets secrets = new HiddenSecrets();
  private final Map<String, Integer> known = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private long start;

  ReportData(Json json) {
    this.json = json;
  }

  /// {@return the JSON, for values that have no method here}
  public Json json() {
    return json;
  }

  void startAt(long millis) {
    start = millis;
  }

  /// Writes a text: its place among all texts. Secrets in it are hidden.
  public ReportData text(String text) {
    json.value(known.computeIfAbsent(text, this::added));
    return this;
  }

  private int added(String text) {
    texts.add(secrets.in(text));
    return texts.size() - 1;
  }

  /// Writes names and values of a map, one after the other, as texts.
  public ReportData strings(Map<String, String> strings) {
    json.array();
    strings.forEach((name, value) -> text(name).text(value));
    json.end();
    return this;
  }

  /// Writes labels, as [#strings] does.
  public ReportData labels(Labels labels) {
    json.array();
    labels.forEach((name, value) -> text(name).text(value));
    json.end();
    return this;
  }

  /// Writes a time.
  ///
  /// @param millis since the epoch
  public ReportData time(long millis) {
    json.value(millis - start);
    return this;
  }

  /// Writes a sample's value to the last bit: a number, or `"NaN"`, `"+Inf"`, `"-Inf"`.
  public ReportData sample(double value) {
    if (Double.isFinite(value)) {
      json.value(value);
    } else {
      json.value(GoFloat.json(value));
    }
    return this;
  }

  /// Writes a value of an alert so that the page shows what JSON output does: a number, or the text
  /// of what a number in JSON cannot say, such as a native histogram or negative zero.
  public ReportData value(ValueText value) {
    double number = value.number();
    if (Double.isFinite(number) && (number != 0 || 1 / number > 0)) {
      json.value(number);
    } else {
      json.value(value.exact());
    }
    return this;
  }

  void writeTexts() {
    json.array();
    texts.forEach(json::value);
    json.end();
  }
}

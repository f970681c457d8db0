package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.series.fault.Fault;
import dev.firedrill.series.fault.FaultKind;
import dev.firedrill.series.fault.FaultSpec;
import dev.firedrill.series.fault.Injection;
import java.time.Instant;
import java.util.List;

/// Faults that were put into data, for people and as JSON.
public final class FaultWords {
  private FaultWords() {}

  /// {@return a fault as it is written, with the times that are meant}
  public static String fault(Injection injection) {
    return written(injection.spec()) + " " + times(injection.fault());
  }

  /// {@return a fault, and what it touched}
  public static String touched(Injection injection) {
    return fault(injection)
        + ": "
        + injection.series()
        + (injection.made() ? " new" : "")
        + " series, "
        + Counted.of(injection.samples(), "sample");
  }

  /// Writes the member `injected` of an object; nothing where there are no faults.
  static void write(Json json, List<Injection> injections) {
    if (injections.isEmpty()) {
      return;
    }
    json.name("injected").array();
    for (Injection injection : injections) {
      Fault fault = injection.fault();
      json.object().name("fault").value(written(injection.spec()));
      json.name("kind").value(fault.kind().word());
      json.name("selector").value(injection.spec().selector());
      if (fault.kind().takesNumber()) {
        json.name("number").value(GoFloat.json(fault.number()));
      }
      json.name("start").value(ClockText.rfc3339(fault.first()));
      json.name("end");
      if (fault.end() == Long.MAX_VALUE) {
        json.nothing();
      } else {
        json.value(ClockText.rfc3339(fault.end()));
      }
      json.name("series").value(injection.series());
      json.name("samples").value(injection.samples());
      json.name("made").value(injection.made()).end();
    }
    json.end();
  }

  private static String written(FaultSpec spec) {
    FaultKind kind = spec.kind();
    String series = kind.word() + " " + spec.selector();
    if (kind == FaultKind.DROP && !spec.marker()) {
      return series + " without marker";
    }
    return kind.takesNumber()
        ? series + " " + kind.preposition() + " " + GoFloat.plain(spec.number())
        : series;
  }

  private static String times(Fault fault) {
    String from = "from " + Instant.ofEpochMilli(fault.first());
    return fault.end() == Long.MAX_VALUE ? from : from + " to " + Instant.ofEpochMilli(fault.end());
  }
}

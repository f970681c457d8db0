package dev.firedrill.cli.html.report;

import dev.firedrill.cli.report.NoiseWords;
import dev.firedrill.cli.report.NoiseYaml;
import dev.firedrill.cli.report.TogetherWords;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.noise.AlwaysFiring;
import dev.firedrill.replay.noise.Flapping;
import dev.firedrill.replay.noise.NeverFired;
import dev.firedrill.replay.noise.Noise;
import dev.firedrill.replay.noise.Together;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What makes the alerts noisy, and what would help.
record NoiseSection(Noise noise, ZoneId zone) implements ReportSection {
  @Override
  public String name() {
    return "noise";
  }

  @Override
  public void write(ReportData data) {
    data.json().array();
    noise.flapping().forEach(flapping -> flapping(data, flapping));
    noise.together().forEach(together -> together(data, together));
    noise.always().forEach(always -> always(data, always));
    noise.never().forEach(never -> never(data, never));
    data.json().end();
  }

  private static void flapping(ReportData data, Flapping flapping) {
    AlertReplay alert = flapping.alert();
    List<String> remedies = new ArrayList<>();
    remedy("keep_firing_for", alert.rule().keepFiringFor(), flapping.keepFiring(), remedies);
    remedy("for", alert.rule().holdDuration(), flapping.hold(), remedies);
    String text =
        counted(alert.firings(), "firing")
            + ", "
            + flapping.flaps()
            + " within an hour after the one before; half of them "
            + PrometheusDuration.format(flapping.medianMillis())
            + " or shorter";
    entry(data, "flapping", List.of(alert), text, remedies, "");
  }

  private static void remedy(
      String key,
      @Nullable Located<Duration> now,
      Flapping.@Nullable Remedy remedy,
      List<String> into) {
    if (remedy != null) {
      String known =
          now == null ? "" : " (now " + PrometheusDuration.format(now.value().toMillis()) + ")";
      into.add(
          "%s: %s%s would have made that %s"
              .formatted(
                  key,
                  PrometheusDuration.format(remedy.millis()),
                  known,
                  counted(remedy.firings(), "firing")));
    }
  }

  private static void together(ReportData data, Together together) {
    List<AlertReplay> alerts = new ArrayList<>();
    alerts.add(together.source());
    alerts.addAll(together.targets());
    TogetherWords words = new TogetherWords(together);
    entry(
        data,
        "together",
        alerts,
        words.sentence(),
        words.groupingAdvised() ? List.of(words.grouping()) : List.of(),
        words.inhibitionAdvised() ? NoiseYaml.inhibition(together) : "");
  }

  private static void always(ReportData data, AlwaysFiring always) {
    String text =
        counted(always.instances(), "instance")
            + ", "
            + NoiseWords.percent(always.share())
            + " of the evaluations"
            + (always.unconditional() ? "; it reads no series, perhaps on purpose" : "");
    entry(data, "always", List.of(always.alert()), text, List.of(), "");
  }

  private void never(ReportData data, NeverFired never) {
    NoiseWords words = new NoiseWords(zone);
    List<String> reasons = never.reasons().stream().map(words::of).toList();
    entry(
        data,
        "never",
        List.of(never.alert()),
        reasons.getFirst(),
        reasons.subList(1, reasons.size()),
        "");
  }

  private static void entry(
      ReportData data,
      String kind,
      List<AlertReplay> alerts,
      String text,
      List<String> more,
      String yaml) {
    Json json = data.json().object().name("kind").value(kind);
    json.name("alerts").array();
    alerts.forEach(alert -> data.text(alert.rule().name().value()));
    json.end().name("text");
    data.text(text);
    json.name("more").array();
    more.forEach(data::text);
    json.end();
    if (!yaml.isEmpty()) {
      json.name("yaml");
      data.text(yaml);
    }
    json.end();
  }

  private static String counted(int number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }
}

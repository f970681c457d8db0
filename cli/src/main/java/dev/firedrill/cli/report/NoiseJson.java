package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.noise.AlwaysFiring;
import dev.firedrill.replay.noise.Flapping;
import dev.firedrill.replay.noise.NeverFired;
import dev.firedrill.replay.noise.Noise;
import dev.firedrill.replay.noise.Together;
import dev.firedrill.replay.noise.Trial;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What makes alerts noisy, as JSON.
final class NoiseJson {
  private static final NoiseWords WORDS = new NoiseWords(ZoneId.of("UTC"));

  private NoiseJson() {}

  /// Writes it as the next value.
  static void write(Json json, Noise noise) {
    json.object().name("flapping").array();
    noise.flapping().forEach(flapping -> flapping(json, flapping));
    json.end().name("together").array();
    noise.together().forEach(together -> together(json, together));
    json.end().name("always").array();
    for (AlwaysFiring always : noise.always()) {
      alert(json, always.alert());
      json.name("instances").value(always.instances());
      json.name("share").value(GoFloat.json(always.share()));
      json.name("unconditional").value(always.unconditional()).end();
    }
    json.end().name("never").array();
    for (NeverFired never : noise.never()) {
      alert(json, never.alert());
      json.name("reasons").array();
      never.reasons().forEach(reason -> reason(json, reason));
      json.end().end();
    }
    json.end().end();
  }

  /// Begins an object about an alert.
  private static void alert(Json json, AlertReplay alert) {
    Location place = alert.rule().location();
    json.object().name("alertname").value(alert.rule().name().value());
    json.name("group").value(alert.group().name().value());
    json.name("path").value(place.file().path());
    json.name("line").value(place.start().line());
  }

  private static void flapping(Json json, Flapping flapping) {
    alert(json, flapping.alert());
    json.name("firings").value(flapping.alert().firings());
    json.name("flaps").value(flapping.flaps());
    json.name("median_seconds").value(flapping.medianMillis() / 1000.0);
    json.name("instances").value(flapping.instances());
    remedy(json, "keep_firing_for", flapping.keepFiring());
    remedy(json, "for", flapping.hold());
    json.end();
  }

  private static void remedy(Json json, String name, Flapping.@Nullable Remedy remedy) {
    json.name(name);
    if (remedy == null) {
      json.nothing();
    } else {
      json.object().name("seconds").value(remedy.millis() / 1000.0);
      json.name("firings").value(remedy.firings()).end();
    }
  }

  private static void together(Json json, Together together) {
    alert(json, together.source());
    json.name("targets").array();
    together.targets().forEach(target -> json.value(target.rule().name().value()));
    json.end().name("relation").value(together.relation().name().toLowerCase(Locale.ROOT));
    json.name("equal").array();
    together.equal().forEach(json::value);
    json.end().name("firing_seconds").value(together.targetMillis() / 1000.0);
    json.name("covered_seconds").value(together.covered() / 1000.0);
    TogetherWords words = new TogetherWords(together);
    json.name("inhibition");
    yaml(json, words.inhibitionAdvised(), NoiseYaml.inhibition(together));
    json.name("grouping");
    yaml(json, words.groupingAdvised(), "group_by: " + NoiseYaml.list(together.equal()) + "\n");
    if (together.leftOut()) {
      json.name("untried").value(true);
    }
    Trial trial = together.trial();
    json.name("notifications");
    if (trial == null) {
      json.nothing();
    } else {
      json.object().name("before").value(trial.notifications());
      json.name("inhibited").value(trial.inhibited());
      Integer grouped = trial.grouped();
      if (grouped != null) {
        json.name("grouped").value(grouped);
      }
      json.end();
    }
    json.end();
  }

  // What is not advised is not there.
  private static void yaml(Json json, boolean advised, String yaml) {
    if (advised) {
      json.value(yaml);
    } else {
      json.nothing();
    }
  }

  private static void reason(Json json, NeverFired.Reason reason) {
    json.object().name("kind").value(kind(reason));
    if (reason instanceof NeverFired.Missed missed) {
      json.name("comparison").value(NoiseWords.asked(missed.comparison()));
      json.name("labels").object();
      missed.labels().forEach((name, value) -> json.name(name).value(value));
      json.end().name("time").value(ClockText.rfc3339(missed.time()));
      json.name("value").value(GoFloat.json(missed.value()));
      json.name("threshold").value(GoFloat.json(missed.limit()));
      json.name("distance").value(GoFloat.json(missed.distance()));
    }
    json.name("message").value(WORDS.of(reason)).end();
  }

  private static String kind(NeverFired.Reason reason) {
    return switch (reason) {
      case NeverFired.NotEvaluated _ -> "not_evaluated";
      case NeverFired.Failed _ -> "failed";
      case NeverFired.NoSeries _ -> "no_series";
      case NeverFired.NothingRecorded _ -> "nothing_recorded";
      case NeverFired.NotLongEnough _ -> "not_long_enough";
      case NeverFired.NoValues _ -> "no_values";
      case NeverFired.NoThreshold _ -> "no_threshold";
      case NeverFired.Missed _ -> "missed";
      case NeverFired.Held _ -> "held";
      case NeverFired.NeverAbsent _ -> "never_absent";
      case NeverFired.NoMatch _ -> "no_match";
    };
  }
}

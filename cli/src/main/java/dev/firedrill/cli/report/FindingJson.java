package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.why.Finding;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a part of an expression yields less, as JSON: its kind, the sentence, and what it names.
final class FindingJson {
  private FindingJson() {}

  /// Writes an object.
  ///
  /// @param now what times of the sentence are seen from, in epoch milliseconds
  static void write(Json json, Finding finding, long now) {
    json.object();
    members(json, finding, now);
    json.end();
  }

  /// Writes the members of an object that is open.
  static void members(Json json, Finding finding, long now) {
    json.name("kind").value(kind(finding));
    json.name("message").value(new FindingWords(new ClockText(ZoneOffset.UTC), now).of(finding));
    switch (finding) {
      case Finding.UnknownMetric unknown -> text(json, "nearest", unknown.nearest());
      case Finding.Unmatched unmatched -> {
        texts(json, "matchers", unmatched.culprits().stream().map(LabelMatcher::toString).toList());
        json.name("series").value(unmatched.without());
        texts(json, "values", unmatched.values());
        text(json, "nearest", unmatched.nearest());
      }
      case Finding.NoSample gone -> {
        labels(json, "labels", gone.example());
        time(json, "last", gone.last());
        time(json, "gone_by", gone.marker());
        time(json, "next", gone.next());
        time(json, "sought", gone.sought());
      }
      case Finding.TooFewSamples few -> {
        json.name("series").value(few.series());
        labels(json, "labels", few.example());
      }
      case Finding.Missed missed -> missed(json, missed);
      case Finding.Unpaired alone -> {
        json.name("side").value(alone.left() ? "left" : "right");
        json.name("series").value(alone.count());
        json.name("of").value(alone.of()).name("regardless").value(alone.regardless());
        labels(json, "labels", alone.example());
        @Nullable Labels nearest = alone.nearest();
        if (nearest != null) {
          labels(json, "nearest", nearest);
        }
        texts(json, "differing", alone.differing());
        Finding.@Nullable Advice advice = alone.advice();
        if (advice != null) {
          texts(json, "on", advice.on());
          json.name("group").value(advice.group());
        }
      }
      case Finding.Ambiguous several -> {
        labels(json, "labels", several.key());
        labels(json, "partner", several.partner());
        json.name("count").value(several.of());
        list(json, "left", several.series());
      }
      case Finding.SameLabels same -> {
        labels(json, "labels", same.one());
        labels(json, "other", same.other());
        texts(json, "differing", same.differing());
        json.name("by").value(same.by());
      }
      case Finding.Duplicates several -> {
        json.name("side").value(several.left() ? "left" : "right");
        labels(json, "labels", several.key());
        json.name("count").value(several.of());
        list(json, "series", several.series());
        texts(json, "differing", several.differing());
      }
      case Finding.Apart apart -> {
        labels(json, "left", apart.left());
        labels(json, "right", apart.right());
      }
      case Finding.Ended ended -> {
        json.name("series").value(ended.series());
        labels(json, "labels", ended.example());
        time(json, "last", ended.last());
      }
      case Finding.NoNumber none -> {
        labels(json, "labels", none.example());
        json.name("count").value(none.count());
        json.name("left").value(GoFloat.json(none.left()));
        json.name("operator").value(none.operator().symbol());
        json.name("right").value(GoFloat.json(none.right()));
      }
      case Finding.NoQuantile none -> labels(json, "labels", none.example());
      case Finding.Removed removed -> {
        json.name("regardless").value(removed.regardless());
        labels(json, "labels", removed.example());
        labels(json, "by", removed.by());
      }
      case Finding.Present there -> {
        labels(json, "labels", there.example());
        time(json, "last", there.last());
      }
      case Finding.NotOfInstance other -> labels(json, "labels", other.wanted());
      case Finding.WrittenOtherwise record -> labels(json, "labels", record.written());
      case Finding.OthersOnly others -> othersOnly(json, others);
      case Finding.NothingAggregated _,
          Finding.NotOne _,
          Finding.Remarked _,
          Finding.ManyWriters _,
          Finding.NothingWritten _ -> {}
    }
  }

  private static void list(Json json, String name, List<Labels> series) {
    json.name(name).array();
    for (Labels each : series) {
      json.object();
      each.forEach((label, value) -> json.name(label).value(value));
      json.end();
    }
    json.end();
  }

  private static void othersOnly(Json json, Finding.OthersOnly others) {
    json.name("of").value(others.of());
    json.name("taken").array();
    for (Sample sample : others.taken()) {
      json.object();
      labels(json, "labels", sample.labels());
      json.end();
    }
    json.end();
    @Nullable Sample left = others.left();
    if (left != null) {
      labels(json, "labels", left.labels());
    }
  }

  private static String kind(Finding finding) {
    return switch (finding) {
      case Finding.UnknownMetric _ -> "unknown_metric";
      case Finding.Unmatched _ -> "unmatched";
      case Finding.NotOfInstance _ -> "other_instances";
      case Finding.NoSample _ -> "no_sample";
      case Finding.TooFewSamples _ -> "too_few_samples";
      case Finding.Missed _ -> "comparison";
      case Finding.Unpaired _ -> "unpaired";
      case Finding.Ambiguous _ -> "ambiguous";
      case Finding.Duplicates _ -> "duplicates";
      case Finding.SameLabels _ -> "same_labels";
      case Finding.Apart _ -> "apart";
      case Finding.Ended _ -> "ended";
      case Finding.NoNumber _ -> "no_number";
      case Finding.NoQuantile _ -> "no_quantile";
      case Finding.Remarked _ -> "remark";
      case Finding.Removed _ -> "removed";
      case Finding.Present _ -> "present";
      case Finding.NothingAggregated _ -> "nothing_aggregated";
      case Finding.OthersOnly _ -> "others_only";
      case Finding.NotOne _ -> "not_one";
      case Finding.ManyWriters _ -> "many_writers";
      case Finding.WrittenOtherwise _ -> "written_otherwise";
      case Finding.NothingWritten _ -> "nothing_written";
    };
  }

  private static void missed(Json json, Finding.Missed missed) {
    json.name("operator").value(missed.operator().symbol());
    json.name("count").value(missed.count());
    json.name("of").value(missed.of());
    json.name("nearest").array();
    for (Finding.Miss miss : missed.nearest()) {
      json.object();
      labels(json, "labels", miss.labels());
      json.name("value").value(GoFloat.json(miss.value()));
      json.name("bound").value(GoFloat.json(miss.bound())).end();
    }
    json.end();
  }

  /// Writes a label set as a member.
  static void labels(Json json, String name, Labels labels) {
    json.name(name).object();
    labels.forEach((label, value) -> json.name(label).value(value));
    json.end();
  }

  private static void texts(Json json, String name, List<String> texts) {
    json.name(name).array();
    texts.forEach(json::value);
    json.end();
  }

  private static void text(Json json, String name, @Nullable String text) {
    if (text != null) {
      json.name(name).value(text);
    }
  }

  private static void time(Json json, String name, @Nullable Long time) {
    if (time != null) {
      json.name(name).value(ClockText.rfc3339(time));
    }
  }
}

package dev.firedrill.series.remote;

import dev.firedrill.client.ClientException;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.prometheus.PrometheusReader;
import dev.firedrill.rules.LabelText;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fetches series by remote read: all that is stored, staleness markers and native histograms
/// included.
///
/// A server adds its external labels to what it gives. Its own rules do not see those, so they are
/// taken off again.
final class RemoteReadFetcher implements SeriesFetcher {
  // What a server holds of an answer grows with its time.
  private static final long LONGEST = Duration.ofDays(1).toMillis();

  private final PrometheusApi server;
  private @Nullable Map<String, String> external;

  RemoteReadFetcher(PrometheusApi server) {
    this.server = server;
  }

  @Override
  public List<Series> fetch(List<LabelMatcher> matchers, TimeRange range) {
    SeriesPieces pieces = new SeriesPieces();
    Map<String, String> added = externalLabels();
    long from = range.first();
    while (from <= range.last()) {
      TimeRange part = new TimeRange(from, Math.min(range.last(), from + LONGEST - 1));
      byte[] request = ReadRequest.of(matchers, part);
      for (Series series : read(request, part)) {
        pieces.add(without(added, series.labels()), series.samples());
      }
      from = part.last() + 1;
    }
    return pieces.joined();
  }

  private List<Series> read(byte[] request, TimeRange part) {
    try {
      return server.remoteRead(request, (type, body) -> ReadAnswer.read(type, body, part));
    } catch (RemoteDataException e) {
      throw new RemoteDataException(server.address() + ": " + e.getMessage());
    }
  }

  private static Labels without(Map<String, String> added, Labels labels) {
    if (added.isEmpty()) {
      return labels;
    }
    Labels.Builder builder = labels.toBuilder();
    added.forEach(
        (name, value) -> {
          if (labels.get(name).equals(value)) {
            builder.remove(name);
          }
        });
    return builder.build();
  }

  private Map<String, String> externalLabels() {
    Map<String, String> found = external;
    if (found == null) {
      found = configured().orElse(Map.of());
      external = found;
    }
    return found;
  }

  private Optional<Map<String, String>> configured() {
    try {
      SourceFile yaml = SourceFile.of("prometheus.yml", server.configuration());
      PrometheusConfig config = PrometheusReader.read(yaml, Map.of()).value();
      if (config == null) {
        return Optional.empty();
      }
      Map<String, String> labels = new HashMap<>();
      for (LabelText label : config.global().externalLabels()) {
        labels.put(label.name().value(), label.value().text());
      }
      return Optional.of(labels);
    } catch (ClientException e) {
      if (e.isServerAway()) {
        throw e;
      }
      // Others than Prometheus have no configuration to show.
      return Optional.empty();
    }
  }
}

package dev.firedrill.series.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.client.HttpSettings;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.client.RequestLimits;
import dev.firedrill.client.ServerAddress;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import io.airlift.compress.snappy.SnappyDecompressor;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class RemoteReadFetcherTest {
  @Test
  void asksAsPrometheusDoesAndTakesExternalLabelsOff() throws Exception {
    try (MockWebServer web = new MockWebServer()) {
      web.start();
      web.enqueue(
          new MockResponse.Builder()
              .body(
                  "{\"status\":\"success\",\"data\":{\"yaml\":\"global: {external_labels: {cluster:"
                      + " eu}}\"}}")
              .build());
      byte[] series =
          Wire.message(
              1,
              Wire.label("__name__", "up"),
              Wire.label("cluster", "eu"),
              Wire.message(2, Wire.real(1, 1), Wire.number(2, 1500)));
      web.enqueue(
          new MockResponse.Builder()
              .addHeader("Content-Type", "application/x-protobuf")
              .addHeader("Content-Encoding", "snappy")
              .body(new Buffer().write(Wire.snappy(Wire.message(1, series))))
              .build());
      PrometheusApi api =
          PrometheusApi.of(
              ServerAddress.of(web.url("/").toString()),
              HttpSettings.DEFAULT,
              RequestLimits.DEFAULT);
      List<LabelMatcher> matchers =
          List.of(
              LabelMatcher.of("__name__", Operator.EQUAL, "up"),
              LabelMatcher.of("job", Operator.NOT_REGEX, "x.*"));
      List<Series> got = new RemoteReadFetcher(api).fetch(matchers, new TimeRange(1000, 2000));
      assertThat(got).hasSize(1);
      assertThat(got.getFirst().labels()).isEqualTo(Labels.of("__name__", "up"));
      assertThat(got.getFirst().samples().time(0)).isEqualTo(1500);
      web.takeRequest();
      assertRequest(web.takeRequest());
    }
  }

  @Test
  void namesTheServerWhoseAnswerIsNone() throws Exception {
    try (FakeServer server = new FakeServer(url -> "{\"yaml\":\"\"}")) {
      PrometheusApi api = server.api();
      assertThatThrownBy(
              () -> new RemoteReadFetcher(api).fetch(List.of(), new TimeRange(1000, 2000)))
          .isInstanceOf(RemoteDataException.class)
          .hasMessageStartingWith(api.address() + ": the server's answer to a remote read is");
    }
  }

  private static void assertRequest(RecordedRequest request) throws Exception {
    assertThat(request.getTarget()).isEqualTo("/api/v1/read");
    assertThat(request.getHeaders().get("Content-Encoding")).isEqualTo("snappy");
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/x-protobuf");
    assertThat(request.getHeaders().get("X-Prometheus-Remote-Read-Version")).isEqualTo("0.1.0");
    byte[] packed = Objects.requireNonNull(request.getBody()).toByteArray();
    byte[] plain = new byte[SnappyDecompressor.getUncompressedLength(packed, 0)];
    new SnappyDecompressor().decompress(packed, 0, packed.length, plain, 0, plain.length);
    WireReader message = new WireReader(plain, 0, plain.length);
    assertThat(message.next()).isEqualTo(1);
    WireReader query = message.message();
    query.next();
    assertThat(query.number()).isEqualTo(1000);
    query.next();
    assertThat(query.number()).isEqualTo(2000);
    query.next();
    WireReader first = query.message();
    assertThat(first.next()).as("an operator that is zero is left out").isEqualTo(2);
    assertThat(first.text()).isEqualTo("__name__");
    query.next();
    WireReader second = query.message();
    second.next();
    assertThat(second.number()).isEqualTo(3);
    assertThat(message.next()).isEqualTo(2);
    assertThat(message.bytes(0)).containsExactly(1, 0);
  }
}

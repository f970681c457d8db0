package dev.firedrill.cli.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.InProcess;
import java.io.StringWriter;
import java.nio.file.Path;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistogramsOfQueriesTest {
  private static final String MATRIX =
      "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":\"h\"},\"histograms\":"
          + "[[60,{\"count\":\"3\",\"sum\":\"4\",\"buckets\":[[0,\"1\",\"2\",\"3\"]]}]]}]}";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private static String data(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    String query = String.valueOf(request.getUrl().queryParameter("query"));
    return switch (path) {
      case "/api/v1/labels" -> "[\"__name__\"]";
      case "/api/v1/label/__name__/values" -> "[\"h\"]";
      case "/api/v1/series" -> "[{\"__name__\":\"h\"}]";
      case "/api/v1/query" ->
          query.startsWith("count") || !query.contains("[")
              ? "{\"resultType\":\"vector\",\"result\":[]}"
              : MATRIX;
      default -> "{\"resultType\":\"matrix\",\"result\":[]}";
    };
  }

  private int run(String... words) throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              return new MockResponse.Builder()
                  .body("{\"status\":\"success\",\"data\":" + data(request) + "}")
                  .build();
            }
          });
      server.start();
      String url = "http://localhost:" + server.getPort();
      String[] all = String.join(" ", words).replace("URL", url).split(" ");
      return InProcess.run(folder, out, err, all);
    }
  }

  @Test
  void areCounted() throws Exception {
    int status = run("data", "info", "URL", "--start", "0", "--end", "120");
    assertThat(err.toString()).contains("native histograms are read from queries, which do not");
    assertThat(out.toString()).contains("1 native histogram");
    assertThat(status).isZero();
  }

  @Test
  void areExported() throws Exception {
    int status = run("data", "export", "URL", "--start", "0", "--end", "120", "--format", "json");
    assertThat(err.toString()).contains("native histograms are read from queries, which do not");
    assertThat(out.toString()).contains("\"count\":\"3\",\"sum\":\"4\"").endsWith("]}}\n");
    assertThat(status).isZero();
  }
}

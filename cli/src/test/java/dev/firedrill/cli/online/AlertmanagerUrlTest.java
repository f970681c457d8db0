package dev.firedrill.cli.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.InProcess;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertmanagerUrlTest {
  private static final String CONFIG =
      "route: {receiver: a, routes: [{matchers: [severity=~page|ticket]}]}\\n"
          + "receivers: [{name: a, webhook_configs: [{url: <secret>}]}]\\n";

  @TempDir private Path folder;
  private final MockWebServer web = new MockWebServer();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void start() throws Exception {
    web.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(
                    request.getTarget().equals("/api/v2/status")
                        ? "{\"config\":{\"original\":\"" + CONFIG + "\"}}"
                        : "[{\"id\":\"s1\",\"status\":{\"state\":\"active\"},\"matchers\":"
                            + "[{\"name\":\"team\",\"value\":\"ml\",\"isRegex\":false}]}]")
                .build();
          }
        });
    web.start();
    Files.writeString(
        folder.resolve("rules.yml"),
        "groups: [{name: g, rules: [{alert: A, expr: up == 0, labels: {severity: urgent}}]}]\n");
    Files.writeString(
        folder.resolve("alertmanager.yml"), "route: {receiver: a}\nreceivers: [{name: a}]\n");
  }

  @AfterEach
  void stop() {
    web.close();
  }

  private int run(String... words) {
    return InProcess.run(folder, out, err, words);
  }

  private String url() {
    return "http://127.0.0.1:" + web.getPort();
  }

  private int lint(String... more) {
    String[] words = {"rules", "lint", "--only", "severity/unknown", "rules.yml"};
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return run(all);
  }

  @Test
  void takesRoutesFromARunningAlertmanager() {
    lint();
    assertThat(out.toString()).startsWith("no findings");
    lint("--alertmanager-url", url());
    assertThat(out.toString())
        .contains("`urgent` is none of the severities in use", "known: page, ticket");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void saysThatItIsAwayAndGoesOn() {
    web.close();
    assertThat(lint("--alertmanager-url", url())).isZero();
    assertThat(err.toString())
        .isEqualTo(
            "firedrill: warning: "
                + url()
                + ": nothing answers there (is the server running?); its routes are not looked"
                + " at\n");
    assertThat(lint("--alertmanager-url", url(), "--require-online")).isEqualTo(2);
  }

  @Test
  void asksForSilences() {
    run("routes", "explain", "--alertmanager", "alertmanager.yml", "--silences", url(), "team=ml");
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString()).contains("s1");
  }

  @Test
  void doesNotShowPasswordsOfUrls() {
    assertThat(lint("--alertmanager-url", "http://me:s3cret@x/?a=b")).isEqualTo(2);
    assertThat(err.toString()).contains("--alertmanager-url: expected a URL without a query");
    assertThat(lint("--prometheus", "http://me:s3cret@127.0.0.1:1")).isZero();
    assertThat(lint("--header", "s3cret", "--prometheus", "http://127.0.0.1:1")).isEqualTo(2);
    assertThat(err.toString()).doesNotContain("s3cret");
  }
}

package dev.firedrill.cli.html.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.cli.html.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page as a browser shows it. Each script in the test's resources plays a user and checks what
/// it finds; the page tells what failed. Needs a browser on the PATH.
class ReportPageBrowserTest {
  @TempDir Path folder;

  @Test
  void filtersZoomsAndTellsWhatHappened() throws IOException {
    Path page = folder.resolve("page.html");
    SamplePage.simulate(page);
    assertPlays("play-simulation.js", SamplePage.data(Files.readString(page)));
  }

  @Test
  void leadsFromNoiseToTheAlert() throws IOException {
    Files.writeString(
        folder.resolve("rules.yml"),
        """
        groups:
        - name: training
          interval: 5s
          rules:
          - alert: MemoryFull
            expr: training_memory_used_bytes / training_memory_limit_bytes > 0.9
          - alert: OutOfMemory
            expr: training_memory_used_bytes / training_memory_limit_bytes > 0.95
            labels: {severity: critical}
          - alert: GpuHot
            expr: DCGM_FI_DEV_GPU_TEMP > 85
        """);
    Path page = folder.resolve("page.html");
    int status =
        SamplePage.run(
            "rules",
            "replay",
            folder.resolve("rules.yml").toString(),
            "--data",
            "testdata/recorded/training-run",
            "--report",
            page.toString());
    assertThat(status).isZero();
    assertPlays("play-noise.js", SamplePage.data(Files.readString(page)));
  }

  @Test
  void leadsFromASettingToWhenItFires() throws IOException {
    Files.writeString(
        folder.resolve("incidents.yml"),
        """
        - {at: 2026-11-20T08:35:00Z, name: w2 lost, labels: {cluster: east}}
        - {at: 2027-11-20T08:35:00Z, name: next year}
        """);
    Path page = folder.resolve("page.html");
    int status =
        SamplePage.run(
            "rules",
            "sweep",
            SamplePage.STACK + "monitoring/prometheus/alert_rules.yml",
            "--alert",
            "WorkerDisconnected",
            "--set",
            "for=1m,5m,15m",
            "--incidents",
            folder.resolve("incidents.yml").toString(),
            "--data",
            SamplePage.STACK + "recordings/scheduler.om",
            "--report",
            page.toString());
    assertThat(status).isZero();
    assertPlays("play-sweep.js", SamplePage.data(Files.readString(page)));
  }

  @Test
  void showsTheValuesThatThresholdsAreSuggestedBy() throws IOException {
    Path page = folder.resolve("page.html");
    int status =
        SamplePage.run(
            "rules",
            "sweep",
            SamplePage.STACK + "monitoring/prometheus/alert_rules.yml",
            "--alert",
            "GPUMemorySaturation",
            "--suggest",
            "--interval",
            "15s",
            "--data",
            SamplePage.STACK + "recordings/scheduler.om",
            "--report",
            page.toString());
    assertThat(status).isZero();
    assertPlays("play-suggest.js", SamplePage.data(Files.readString(page)));
  }

  @Test
  void saysWhichFaultsWerePutIntoTheData() throws IOException {
    Path page = folder.resolve("page.html");
    int status =
        SamplePage.run(
            "rules",
            "replay",
            SamplePage.STACK + "monitoring/prometheus/alert_rules.yml",
            "--data",
            SamplePage.STACK + "recordings/scheduler.om",
            "--inject",
            "set training_worker_connected{worker=\"w1\"} to 0 from 2026-11-20T09:10:00Z for 8m",
            "--report",
            page.toString());
    assertThat(status).isZero();
    assertPlays("play-drill.js", SamplePage.data(Files.readString(page)));
  }

  @Test
  void showsHostileLabelsAsTexts() throws IOException {
    Files.writeString(
        folder.resolve("rules.yml"),
        """
        groups:
        - name: "</script><script>window.hacked = 1</script>"
          rules:
          - alert: "<img src=x onerror=window.hacked=1>"
            expr: up == 0
            labels: {severity: "<b>critical</b>", team: "{{ $labels.job }}"}
            annotations: {summary: "</script><iframe srcdoc='x'>"}
        """);
    Files.writeString(
        folder.resolve("up.om"),
        """
        up{job="<svg onload=window.hacked=1>"} 0 1000
        up{job="<svg onload=window.hacked=1>"} 0 1060
        # EOF
        """);
    Path page = folder.resolve("page.html");
    int status =
        SamplePage.run(
            folder, "rules", "replay", "rules.yml", "--data", "up.om", "--report", "page.html");
    assertThat(status).isZero();
    assertPlays("play-hostile.js", SamplePage.data(Files.readString(page)));
  }

  @Test
  void keepsOnlyWhatIsInSightOfManyAlerts() throws IOException {
    assertPlays("play-many.js", ManyAlerts.data(500, 10));
  }

  private void assertPlays(String script, String data) throws IOException {
    Browser browser = Browser.find().orElse(null);
    assumeTrue(browser != null, "no chromium or google-chrome on the PATH");
    StringBuilder text = new StringBuilder();
    PageAssets.load().withScript(resource("play.js") + resource(script)).write(text, "Test", data);
    Path file = Files.writeString(folder.resolve("played.html"), text);
    Path profile = Files.createDirectory(folder.resolve("profile"));

    // The console wraps the message in quotes and names the file behind it.
    assertThat(browser.console(file, "theme=light", "played: ", profile))
        .hasValueSatisfying(told -> assertThat(told).startsWith("all is well"));
  }

  private static String resource(String name) throws IOException {
    try (var in = ReportPageBrowserTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

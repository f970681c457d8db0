package dev.firedrill.cli.html.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.cli.html.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page as a browser shows it. Each script in the test's resources plays a user and checks what
/// it finds; the page tells what failed. Needs a browser on the PATH.
class ReportPageBrowserTest {
  @TempDir Path folder;
  private int width = 1280;

  @Test
  void filtersZoomsAndTellsWhatHappened() throws IOException {
    Path page = page();
    SamplePage.simulate(page);
    assertPlays("play-simulation.js", page);
  }

  @Test
  void isForEverybody() throws IOException {
    SamplePage.simulate(page());
    assertPlays("play-access.js", page());
  }

  @Test
  void ofASweepIsForEverybodyToo() throws IOException {
    assertPlays("play-access.js", swept("WorkerDisconnected", "--set", "for=1m,5m,15m"));
  }

  @Test
  void isForEverybodyInNarrowWindows() throws IOException {
    width = 500;
    assertPlays("play-access.js", swept("WorkerDisconnected", "--set", "for=1m,5m,15m"));
  }

  @Test
  void ofARehearsalIsForEverybodyToo() throws IOException {
    SamplePage.write(page(), "rehearse", "testdata/training-scheduler", "testdata/gpu-fleet");
    assertPlays("play-access.js", page());
  }

  @Test
  void showsTheNumbersOfTheJson() throws IOException {
    Path json = folder.resolve("result.json");
    String format = "json=" + json;
    replayed(
        SamplePage.RULES,
        "--data",
        SamplePage.DATA,
        "--alertmanager",
        SamplePage.ALERTMANAGER,
        "--interval",
        "7s",
        "--format",
        format);
    String expected = "const expected = " + Files.readString(json) + ";\n";
    String data = SamplePage.data(Files.readString(page()));
    assertPlays("play-numbers.js", data, expected);
  }

  @Test
  void leadsFromNoiseToTheAlert() throws IOException {
    file(
        "rules.yml",
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
    String rules = folder.resolve("rules.yml").toString();
    assertPlays("play-noise.js", replayed(rules, "--data", "testdata/recorded/training-run"));
  }

  @Test
  void leadsFromASettingToWhenItFires() throws IOException {
    file(
        "incidents.yml",
        """
        - {at: 2026-11-20T08:35:00Z, name: w2 lost, labels: {cluster: east}}
        - {at: 2027-11-20T08:35:00Z, name: next year}
        """);
    String incidents = folder.resolve("incidents.yml").toString();
    assertPlays(
        "play-sweep.js",
        swept("WorkerDisconnected", "--set", "for=1m,5m,15m", "--incidents", incidents));
  }

  @Test
  void showsTheValuesThatThresholdsAreSuggestedBy() throws IOException {
    assertPlays("play-suggest.js", swept("GPUMemorySaturation", "--suggest", "--interval", "15s"));
  }

  @Test
  void saysWhichFaultsWerePutIntoTheData() throws IOException {
    String fault =
        "set training_worker_connected{worker=\"w1\"} to 0 from 2026-11-20T09:10:00Z for 8m";
    assertPlays(
        "play-drill.js", replayed(SamplePage.RULES, "--data", SamplePage.DATA, "--inject", fault));
  }

  @Test
  void showsHostileLabelsAsTexts() throws IOException {
    file(
        "rules.yml",
        """
        groups:
        - name: "</script><script>window.hacked = 1</script>"
          rules:
          - alert: "<img src=x onerror=window.hacked=1>"
            expr: up == 0
            labels: {severity: "<b>critical</b>", team: "{{ $labels.job }}"}
            annotations: {summary: "</script><iframe srcdoc='x'>"}
        """);
    file(
        "up.om",
        """
        up{job="<svg onload=window.hacked=1>"} 0 1000
        up{job="<svg onload=window.hacked=1>"} 0 1060
        # EOF
        """);
    assertPlays("play-hostile.js", replayedHere("rules.yml", "--data", "up.om"));
  }

  @Test
  void showsNativeHistogramsAsPrometheusPrintsThem() throws IOException {
    file(
        "rules.yml",
        """
        groups:
        - name: parts
          interval: 1m
          rules:
          - alert: Parts
            expr: parts
        """);
    file(
        "data_test.yml",
        """
        tests:
        - interval: 1m
          input_series:
          - series: parts
            values: '{{schema:0 count:3 sum:5 buckets:[1 2]}} {{schema:0 count:9 sum:14 buckets:[4 5]}} stale'
        """);
    assertPlays(
        "play-histograms.js", replayedHere("rules.yml", "--data", "data_test.yml", "--end", "240"));
  }

  @Test
  void drawsTheGreatestNumbersAndWhatIsNone() throws IOException {
    file(
        "rules.yml",
        """
        groups:
        - name: extremes
          rules:
          - {alert: Huge, expr: huge > 1e300}
          - {alert: Odd, expr: odd != 1}
          - {alert: Steps, expr: steps > 1e6}
        """);
    file(
        "data_test.yml",
        """
        tests:
        - interval: 1m
          input_series:
          - {series: huge, values: '-1.7e308 1.7976931348623157e308 1 1 1 1 1'}
          - {series: odd, values: '1 +Inf 2 -Inf 3 NaN 1'}
          - {series: steps, values: '1000000+0.5x6'}
        """);
    assertPlays(
        "play-extremes.js", replayedHere("rules.yml", "--data", "data_test.yml", "--end", "360"));
  }

  @Test
  void tellsTimesAsClocksShowThem() throws IOException {
    file("rules.yml", "groups: [{name: g, rules: [{alert: Up, expr: up == 1}]}]\n");
    file("up.om", "up 1 1761393600\nup 1 1761523200\n# EOF\n");
    assertPlays(
        "play-clocks.js",
        replayedHere("rules.yml", "--data", "up.om", "--timezone", "Europe/Berlin"));
  }

  @Test
  void keepsLongWordsWithinThePage() throws IOException {
    String name = "VeryLongName".repeat(25);
    file(
        "rules.yml",
        """
        groups:
        - name: long
          rules:
          - alert: %1$s
            expr: up == 0
            labels: {severity: critical-%1$s, team: %1$s}
            annotations: {summary: %1$s}
          - {alert: Same, expr: up == 0}
        """
            .formatted(name));
    file(
        "up.om",
        """
        up{cluster="%1$s",pod="a"} 0 960
        up{cluster="%1$s",pod="a"} 0 1020
        up{cluster="%1$s",pod="b"} 0 960
        up{cluster="%1$s",pod="b"} 0 1020
        # EOF
        """
            .formatted(name));
    assertPlays("play-long.js", replayedHere("rules.yml", "--data", "up.om"));
  }

  @Test
  void losesNoPeakOfALongTime() throws IOException {
    file(
        "rules.yml",
        """
        groups: [{name: g, interval: 1m, rules: [{alert: High, expr: x > 95, for: 5m}]}]
        """);
    StringBuilder samples = new StringBuilder("# TYPE x gauge\n");
    for (int i = 0; i < 14 * 24 * 60; i++) {
      int value = i == 4001 ? 90 : i == 7040 ? -90 : i * 7919 % 60;
      samples.append("x %d %d\n".formatted(value, 60 * i));
    }
    file("x.om", samples.append("# EOF\n").toString());
    assertPlays("play-peak.js", replayedHere("rules.yml", "--data", "x.om"));
  }

  @Test
  void keepsOnlyWhatIsInSightOfManyAlerts() throws IOException {
    assertPlays("play-many.js", ManyAlerts.data(500, 10));
  }

  private Path page() {
    return folder.resolve("page.html");
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Path replayed(String... arguments) {
    SamplePage.write(page(), with(List.of("rules", "replay"), arguments));
    return page();
  }

  private Path replayedHere(String... arguments) {
    SamplePage.write(folder, page(), with(List.of("rules", "replay"), arguments));
    return page();
  }

  private Path swept(String alert, String... arguments) {
    List<String> sweep =
        List.of("rules", "sweep", SamplePage.RULES, "--data", SamplePage.DATA, "--alert", alert);
    SamplePage.write(page(), with(sweep, arguments));
    return page();
  }

  private static String[] with(List<String> command, String... arguments) {
    return Stream.concat(command.stream(), Stream.of(arguments)).toArray(String[]::new);
  }

  private void assertPlays(String script, Path page) throws IOException {
    assertPlays(script, SamplePage.data(Files.readString(page)));
  }

  private void assertPlays(String script, String data) throws IOException {
    assertPlays(script, data, "");
  }

  private void assertPlays(String script, String data, String before) throws IOException {
    Browser browser = Browser.find().orElse(null);
    assumeTrue(browser != null, "no chromium or google-chrome on the PATH");
    StringBuilder text = new StringBuilder();
    PageAssets.load()
        .withScript(before + resource("play.js") + resource(script))
        .write(text, "Test", "", data);
    Path file = Files.writeString(folder.resolve("played.html"), text);
    Path profile = Files.createDirectory(folder.resolve("profile"));

    // The console wraps the message in quotes and names the file behind it.
    assertThat(browser.console(file, "theme=light", "played: ", profile, width))
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

package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdviceTest {
  @TempDir private Path folder;
  private PairedAlerts pair = new PairedAlerts(Path.of("."));

  @BeforeEach
  void start() {
    pair = new PairedAlerts(folder);
  }

  @Test
  void whatWasTriedOrHasNoAlertmanagerIsNotMarked() throws Exception {
    pair.write(List.of("Grave", "Slight"), 2, 1_000);
    JsonNode tried = pair.together("--alertmanager", "alertmanager.yml").get(0);
    assertThat(tried.has("untried")).isFalse();
    assertThat(tried.at("/notifications/before").asInt()).isPositive();
    assertThat(pair.together().get(0).has("untried")).isFalse();
  }

  @Test
  void thePageOfARehearsalTriesAdvice() throws Exception {
    pair.write(List.of("Grave", "Slight"), 2, 1_000);
    JsonNode tried = pair.together("--alertmanager", "alertmanager.yml").at("/0/notifications");
    String counts = tried.get("before") + " -> " + tried.get("inhibited") + " notifications";
    StringWriter err = new StringWriter();
    int status =
        InProcess.run(
            folder,
            new StringWriter(),
            err,
            "rehearse",
            ".",
            "--report",
            "page.html",
            "--fail-on=never");
    assertThat(status).as("%s", err).isZero();
    assertThat(Files.readString(folder.resolve("page.html")).replace("\\u003e", ">"))
        .contains(counts);
  }
}

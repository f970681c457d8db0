package dev.firedrill.cli.routing;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.message.Message;
import dev.firedrill.alertmanager.message.MessageField;
import dev.firedrill.alertmanager.message.MessageRenderer;
import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.template.notification.NotificationData;
import dev.firedrill.template.notification.NotifiedAlert;
import dev.firedrill.template.value.GoTime;
import dev.firedrill.testkit.Golden;
import dev.firedrill.testkit.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each receiver of the stacks would say of two alerts, one of them over.
class StackRenderingsTest {
  private static final ZonedDateTime START =
      ZonedDateTime.of(2026, 11, 21, 3, 0, 0, 0, ZoneOffset.UTC);

  private static final Map<String, String> COMMON =
      Map.of("alertname", "GPUHot", "severity", "critical", "team", "ml-platform");

  @ParameterizedTest
  @CsvSource({
    "gpu-fleet, alertmanager.yml",
    "ml-infrastructure, alertmanager/alertmanager.yml",
    "ml-platform, docker/alerting/alertmanager.yml",
    "model-lab, alertmanager.yml",
    "training-scheduler, monitoring/alertmanager/config.yml",
  })
  void everyReceiverSaysWhatItSaid(String stack, String file) throws IOException {
    Path path = Path.of("testdata", stack).resolve(file);
    AlertmanagerConfig config =
        AlertmanagerReader.read(
                SourceFile.of(path.toString(), Files.readString(Repository.file(path.toString()))),
                AlertmanagerOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Session session =
        new Session(
            Repository.root(), new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false);
    MessageRenderer renderer =
        new MessageRenderer(
            config,
            new NotificationTemplateFiles(session).of(config),
            START.toInstant().toEpochMilli());
    StringBuilder out = new StringBuilder();
    for (Receiver receiver : config.receivers()) {
      String name = receiver.name().value();
      out.append("=== ").append(name).append('\n');
      for (Message message : renderer.render(receiver, data(name), "{}:{alertname=\"GPUHot\"}")) {
        out.append("--- ").append(message.integration()).append('\n');
        for (MessageField field : message.fields()) {
          out.append(field.title()).append(field.failed() ? " FAILS: " : ": ");
          String text =
              field.text().lines().map(String::stripTrailing).collect(Collectors.joining("\n  "));
          out.append(text).append('\n');
        }
      }
    }
    Golden.assertMatches(
        Path.of("testdata/renderings", stack + ".txt"), out.toString().replaceAll(" +\n", "\n"));
  }

  private static NotificationData data(String receiver) {
    return new NotificationData(
        receiver,
        "firing",
        List.of(alert("firing", "node-1"), alert("resolved", "node-2")),
        "new alerts added",
        Map.of("alertname", "GPUHot"),
        COMMON,
        Map.of("runbook_url", "https://runbooks.example.com/gpu-hot"),
        Map.of(),
        "https://alertmanager.example.com");
  }

  private static NotifiedAlert alert(String status, String node) {
    Map<String, String> labels = new TreeMap<>(COMMON);
    labels.put("node", node);
    labels.put("instance", node + ":9400");
    return new NotifiedAlert(
        status,
        labels,
        Map.of(
            "summary",
            "GPU of " + node + " is at 93 °C",
            "runbook_url",
            "https://runbooks.example.com/gpu-hot"),
        START,
        status.equals("firing") ? GoTime.ZERO : START.plusMinutes(7),
        "https://prometheus.example.com/graph?g0.expr=gpu_temp+%3E+90",
        node.equals("node-1") ? "00000000000000a1" : "00000000000000a2");
  }
}

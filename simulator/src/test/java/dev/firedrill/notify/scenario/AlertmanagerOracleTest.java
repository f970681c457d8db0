package dev.firedrill.notify.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.alertmanager.scenario.Scenario;
import dev.firedrill.alertmanager.scenario.ScenarioEvent;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.notify.Delivery;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.scenario.AlertmanagerServer.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Plays our stories on a real Alertmanager, in real time, all at once.
@EnabledIfSystemProperty(named = "firedrill.oracles", matches = "true")
class AlertmanagerOracleTest {
  private static final long LATE = 900;

  @Test
  void aRealServerNotifiesAsTheSimulatedOne(@TempDir Path folder)
      throws IOException, InterruptedException, ExecutionException {
    assumeTrue(Files.exists(AlertmanagerServer.PROGRAM), "needs " + AlertmanagerServer.PROGRAM);
    List<Scenario> stories = Stories.all();
    List<Future<List<Told>>> played;
    try (ExecutorService players = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<List<Told>>> plays = new ArrayList<>();
      for (Scenario story : stories) {
        Path own = Files.createDirectory(folder.resolve("story" + plays.size()));
        plays.add(() -> onServer(story, own));
      }
      played = players.invokeAll(plays);
    }
    for (int i = 0; i < stories.size(); i++) {
      List<Told> real = played.get(i).get();
      List<Told> simulated = inSimulation(stories.get(i));
      String name = stories.get(i).name().value();
      assertThat(simulated).as(name).extracting(Told::text).isEqualTo(texts(real));
      for (int j = 0; j < real.size(); j++) {
        // As far as a busy machine may be late.
        assertThat(real.get(j).time()).as(name).isCloseTo(simulated.get(j).time(), within(LATE));
      }
    }
  }

  private static List<String> texts(List<Told> told) {
    return told.stream().map(Told::text).toList();
  }

  private static List<Told> onServer(Scenario story, Path folder)
      throws IOException, InterruptedException {
    List<ScenarioEvent> events = new ArrayList<>(story.events());
    events.sort(Comparator.comparingLong(ScenarioEvent::time));
    try (AlertmanagerServer server = new AlertmanagerServer(Stories.text(story), folder)) {
      server.begin();
      for (ScenarioEvent event : events) {
        server.awaitTime(event.time());
        server.play(event);
      }
      server.awaitTime(story.until());
      return server.received();
    }
  }

  private static List<Told> inSimulation(Scenario story) {
    ScenarioOutcome outcome = new ScenarioRunner(Behaviour.V0_25).run(story, Stories.config(story));
    List<Told> lines = new ArrayList<>();
    for (Notification notification : outcome.log().notifications()) {
      TreeSet<String> alerts = new TreeSet<>();
      notification
          .alerts()
          .forEach(
              alert -> {
                TreeSet<String> labels = new TreeSet<>();
                alert.labels().forEach((name, value) -> labels.add(name + "=" + value));
                alerts.add((alert.isFiring() ? "firing" : "resolved") + labels);
              });
      lines.add(
          Told.of(
              notification.time() - story.start().toEpochMilli(),
              IntegrationNames.webhook(notification.integration()).orElseThrow(),
              notification.delivery() != Delivery.OK,
              alerts));
    }
    return lines.stream().sorted().toList();
  }
}

package dev.firedrill.notify.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.alertmanager.scenario.Scenario;
import dev.firedrill.notify.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Stories that were observed on real servers.
class ObservedScenariosTest {
  private static final Path FILE =
      Path.of(System.getProperty("firedrill.root", "."))
          .resolve("../shared/conformance/alertmanager/pipeline-observed.json")
          .normalize();

  @ParameterizedTest
  @EnumSource
  void notifiesAsTheServerDid(Behaviour behaviour) throws IOException {
    assumeTrue(Files.exists(FILE), "needs " + FILE);
    List<String> failed = new ArrayList<>();
    int played = 0;
    for (Scenario scenario : Stories.read(FILE)) {
      if (scenario.unstable() != null) {
        continue;
      }
      played++;
      ScenarioOutcome outcome =
          new ScenarioRunner(behaviour).run(scenario, Stories.config(scenario));
      if (!outcome.passed()) {
        failed.add(
            scenario.name().value()
                + "\n  missing "
                + outcome.missing()
                + "\n  unexpected "
                + outcome.unexpected());
      }
    }
    assertThat(failed).isEmpty();
    assertThat(played).isGreaterThan(20);
  }
}

package dev.firedrill.fuzz;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.scenario.Scenario;
import dev.firedrill.alertmanager.scenario.ScenarioFile;
import dev.firedrill.alertmanager.scenario.ScenarioReader;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.Utf8;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.notify.scenario.ScenarioRunner;
import dev.firedrill.testkit.fuzz.Fuzzing;
import dev.firedrill.testkit.fuzz.Fuzzing.Target;
import dev.firedrill.testkit.fuzz.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Plays spoilt stories on a simulated Alertmanager: no exception escapes.
class ScenarioFuzzTest {
  // More takes the time that it takes.
  private static final long MOST_TICKS = 10_000;

  private static final Pattern STORY = Pattern.compile("(?m)^(?=- scenario:)");

  @TestFactory
  List<DynamicTest> noScenarioMakesTheSimulationThrow() {
    List<byte[]> seeds = new ArrayList<>();
    for (byte[] file : Seeds.endingWith("stories.yml")) {
      // One at a time, so that a spoilt one does not keep the others from being played.
      for (String story : STORY.split(Utf8.decode(file), 0)) {
        if (story.startsWith("- scenario:")) {
          seeds.add(Utf8.encode(story));
        }
      }
    }
    return Fuzzing.tests(List.of(new Target("scenario-run", seeds, ScenarioFuzzTest::play)));
  }

  private static void play(byte[] input) {
    Loaded<ScenarioFile> file =
        ScenarioReader.read(SourceFile.of("scenario.yml", Utf8.decode(input)));
    for (Scenario scenario : file.get().map(ScenarioFile::scenarios).orElse(List.of())) {
      SourceText written = scenario.config();
      Loaded<AlertmanagerConfig> loaded =
          AlertmanagerReader.read(
                  SourceFile.of("alertmanager.yml", written == null ? "" : written.text()),
                  AlertmanagerOptions.DEFAULT)
              .loaded();
      AlertmanagerConfig config = loaded.value();
      if (config != null && ScenarioRunner.ticks(scenario, config) < MOST_TICKS) {
        for (Behaviour behaviour : Behaviour.values()) {
          new ScenarioRunner(behaviour).run(scenario, config);
        }
      }
    }
  }
}

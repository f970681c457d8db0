package dev.firedrill.notify.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.scenario.Scenario;
import dev.firedrill.notify.Behaviour;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our own stories, in both versions.
class StoriesTest {
  static Stream<Scenario> stories() throws IOException {
    return Stories.all().stream();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void notifyAsOldServersDid(Scenario story) {
    ScenarioOutcome outcome = new ScenarioRunner(Behaviour.V0_25).run(story, Stories.config(story));
    assertThat(outcome.missing()).isEmpty();
    assertThat(outcome.unexpected()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void notifyAsNewServersDo(Scenario story) {
    ScenarioOutcome outcome = new ScenarioRunner(Behaviour.V0_34).run(story, Stories.config(story));
    assertThat(outcome.missing()).isEmpty();
    assertThat(outcome.unexpected()).isEmpty();
  }
}

package dev.firedrill.fuzz;

import dev.firedrill.labels.Utf8;
import dev.firedrill.testkit.fuzz.Fuzzing;
import dev.firedrill.testkit.fuzz.Fuzzing.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Throws spoilt matchers, time intervals, templates and configurations at what reads and runs
/// them: no exception escapes.
class AlertmanagerFuzzTest {
  @TestFactory
  List<DynamicTest> noInputMakesRoutingOrRenderingThrow() {
    AlertmanagerSeeds seeds = AlertmanagerSeeds.read();
    List<Target> targets = new ArrayList<>();
    for (AlertmanagerFuzzTarget target : AlertmanagerFuzzTarget.values()) {
      targets.add(
          new Target(
              target.name().toLowerCase(Locale.ROOT),
              target.seeds(seeds),
              input -> target.run(Utf8.decode(input))));
    }
    return Fuzzing.tests(targets);
  }
}

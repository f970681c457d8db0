package dev.firedrill.fuzz;

import dev.firedrill.labels.Utf8;
import dev.firedrill.testkit.fuzz.Fuzzing;
import dev.firedrill.testkit.fuzz.Fuzzing.Target;
import dev.firedrill.testkit.fuzz.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Throws spoilt files at every reader of what people write: no exception escapes.
class FuzzTest {
  @TestFactory
  List<DynamicTest> noInputMakesAReaderThrow() {
    List<byte[]> files = Seeds.endingWith(".yml", ".yaml", ".tmpl");
    List<byte[]> parts = Parts.of(files);
    List<Target> targets = new ArrayList<>();
    for (FuzzTarget target : FuzzTarget.values()) {
      targets.add(
          new Target(
              target.name().toLowerCase(Locale.ROOT),
              target.seeds(files, parts),
              input -> target.run(Utf8.decode(input))));
    }
    return Fuzzing.tests(targets);
  }
}

package dev.firedrill.cli;

import dev.firedrill.testkit.CommandLineTests;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What users see: each scenario file is a story of command lines.
class ScenariosTest {
  @TestFactory
  Stream<DynamicTest> scenarios() {
    return CommandLineTests.scenarios("testdata/cli", InProcess::run);
  }
}

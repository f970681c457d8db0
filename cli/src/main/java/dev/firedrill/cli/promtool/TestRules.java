package dev.firedrill.cli.promtool;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.OrderedOutput;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.kingpin.Invocation;
import dev.firedrill.labels.Re2;
import dev.firedrill.rules.RuleFileOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `promtool test rules`: unit tests of rules.
final class TestRules {
  private final Session session;
  private final OrderedOutput output;
  private final Invocation invocation;
  private final TestOptions options;

  TestRules(Session session, OrderedOutput output, Invocation invocation, Features features) {
    this.session = session;
    this.output = output;
    this.invocation = invocation;
    RuleFileOptions rules =
        RuleFileOptions.DEFAULT
            .withPromql(features.parsing())
            .withIgnoreUnknownFields(invocation.isOn("ignore-unknown-fields"));
    this.options =
        new TestOptions(
            rules,
            pattern(invocation.all("run")),
            invocation.isOn("diff"),
            invocation.isOn("debug"),
            features);
  }

  // promtool falls over a pattern that is none; one sentence is better.
  private static @Nullable Pattern pattern(List<String> names) {
    if (names.isEmpty()) {
      return null;
    }
    String joined = String.join("|", names);
    try {
      return Re2.compile(joined, 0);
    } catch (PatternSyntaxException e) {
      throw new CommandException("--run '" + joined + "': " + e.getMessage());
    }
  }

  int run() throws IOException {
    String junit = invocation.one("junit");
    if (junit != null) {
      Files.write(session.resolve(junit), new byte[0]);
    }
    boolean failed = false;
    List<TestSuite> suites = new ArrayList<>();
    for (String path : invocation.arguments("test-rule-file")) {
      TestSuite suite = new TestFileRun(session, output, path, options).run();
      suites.add(suite);
      failed |= !suite.errors().isEmpty();
      report(suite.errors());
    }
    if (junit != null) {
      write(junit, suites);
    }
    return failed ? Promtool.FAILURE : ExitStatus.OK;
  }

  private void report(List<String> errors) {
    if (errors.isEmpty()) {
      output.out("  SUCCESS");
    } else {
      output.err("  FAILED:");
      for (String error : errors) {
        output.err(error);
        output.out("");
      }
    }
    output.out("");
  }

  private void write(String junit, List<TestSuite> suites) {
    try {
      byte[] text = TestSuite.junit(suites).getBytes(StandardCharsets.UTF_8);
      Files.write(session.resolve(junit), text);
    } catch (IOException e) {
      output.err("failed to write JUnit XML: " + e.getMessage());
    }
  }
}

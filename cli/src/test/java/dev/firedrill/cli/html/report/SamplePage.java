package dev.firedrill.cli.html.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.cli.Main;
import dev.firedrill.cli.console.Session;
import dev.firedrill.testkit.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Pages as the commands write them.
final class SamplePage {
  /// The stack with recordings.
  static final String STACK = "testdata/training-scheduler/";

  static final String RULES = STACK + "monitoring/prometheus/alert_rules.yml";
  static final String ALERTMANAGER = STACK + "monitoring/alertmanager/config.yml";
  static final String DATA = STACK + "recordings/scheduler.om";
  private static final String OPENING = "<script type=\"application/json\" id=\"data\">";

  private SamplePage() {}

  /// Runs the program in the root of the repository.
  ///
  /// @return its exit status
  static int run(String... arguments) {
    return run(Repository.root(), arguments);
  }

  static int run(Path folder, String... arguments) {
    Session session =
        new Session(
            folder,
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            false);
    return Main.run(session, arguments);
  }

  /// Runs a command in the root of the repository and has it write a page.
  static void write(Path page, String... arguments) {
    write(Repository.root(), page, arguments);
  }

  static void write(Path folder, Path page, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--report", page.toString()));
    assertThat(run(folder, all.toArray(String[]::new))).isZero();
  }

  /// Simulates the stack with recordings.
  static void simulate(Path page) {
    write(page, "simulate", "--rules", RULES, "--alertmanager", ALERTMANAGER, "--data", DATA);
  }

  /// {@return the data in a page, as JSON}
  static String data(String page) {
    int start = page.indexOf(OPENING) + OPENING.length();
    return page.substring(start, page.indexOf("</script>", start));
  }

  static JsonNode json(String page) throws IOException {
    return new ObjectMapper().readTree(data(page));
  }
}

package dev.firedrill.cli.amtool;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.AlertmanagerReading;
import dev.firedrill.alertmanager.MatcherMode;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.OrderedOutput;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.GoFiles;
import dev.firedrill.cli.kingpin.Invocation;
import dev.firedrill.diagnostic.ByteText;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `amtool check-config`: what Alertmanager would refuse of its configuration and templates.
record CheckConfig(Session session, OrderedOutput output, MatcherMode mode) {
  private static final String STANDARD_INPUT = "/dev/stdin";

  int run(Invocation invocation) throws AmtoolException {
    List<String> files = invocation.arguments("check-files");
    int failed = 0;
    if (files.isEmpty()) {
      String text = session.readInput();
      if (text.isEmpty()) {
        output.err("amtool: error: Failed to read from standard input");
        return Amtool.FAILURE;
      }
      failed = check(SourceFile.of(STANDARD_INPUT, text)) ? 0 : 1;
    }
    for (String file : files) {
      failed += check(file) ? 0 : 1;
    }
    if (failed > 0) {
      throw new AmtoolException("failed to validate " + failed + " file(s)");
    }
    return ExitStatus.OK;
  }

  private boolean check(String file) {
    Path place = session.resolve(file);
    try {
      byte[] bytes = Files.readAllBytes(place);
      return check(SourceFile.of(file, ByteText.decode(bytes)));
    } catch (IOException e) {
      return rejected(file, GoFiles.problem(place, file));
    }
  }

  private boolean check(SourceFile source) {
    AlertmanagerReading reading =
        AlertmanagerReader.read(source, AlertmanagerOptions.STRICT.withMode(mode));
    AlertmanagerConfig config = reading.loaded().value();
    String rejection = reading.rejection();
    if (rejection != null || config == null) {
      return rejected(source.path(), String.valueOf(rejection));
    }
    output.out("Checking '" + source.path() + "'  SUCCESS");
    output.out("Found:");
    output.out(" - global config");
    output.out(" - route");
    output.out(" - " + config.inhibitRules().size() + " inhibit rules");
    output.out(" - " + config.receivers().size() + " receivers");
    output.out(" - " + config.templates().size() + " templates");
    boolean good = config.templates().isEmpty() || templates(source.path(), config);
    output.out("");
    return good;
  }

  private boolean rejected(String file, String error) {
    output.out("Checking '" + file + "'  FAILED: " + error);
    output.out("");
    return false;
  }

  private boolean templates(String file, AlertmanagerConfig config) {
    List<String> patterns = new ArrayList<>();
    for (SourceText pattern : config.templates()) {
      patterns.add(GoFiles.joined(file, pattern.text()));
    }
    try {
      TemplateFiles.load(session, patterns);
      output.out("  SUCCESS");
      return true;
    } catch (AmtoolException e) {
      output.out("  FAILED: " + e.getMessage());
      return false;
    }
  }
}
